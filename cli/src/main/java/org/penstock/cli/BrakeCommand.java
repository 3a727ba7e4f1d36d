package org.penstock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penstock.artifact.ArtifactStore;
import org.penstock.feature.Projects;
import org.penstock.gather.Brake;
import org.penstock.gather.GatherProject;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops everybody who makes calls for a project, or lets them go on. */
@Command(
    name = "brake",
    description = "Stop all calls to the vendor of a project before the next one; says who did.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BrakeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "Which project, e.g. country-data.")
  private String project;

  @Option(names = "--as", paramLabel = "NAME", description = "Who stops them.")
  private String name;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, one line.")
  private String reason;

  @Option(names = "--release", description = "Let them go on instead.")
  private boolean release;

  @Option(names = "--show", description = "Only say how it stands.")
  private boolean show;

  @Mixin private StoreOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireProject();
    if (!show && (name == null || reason == null)) {
      throw new StepFailure(
          ExitCode.CONFIG, List.of("Say who and why: --as NAME --reason TEXT; or only --show"));
    }

    ArtifactStore store = options.open();
    Brake brake = new Brake(store, project);
    if (!show) {
      brake.move(new Brake.Move(!release, name, reason, Clock.systemUTC().instant()));
    }
    Optional<Brake.Move> pulled = brake.pulled();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        pulled.isPresent()
            ? "No call is made for %s: stopped by %s at %s: %s"
                .formatted(project, pulled.get().by(), pulled.get().at(), pulled.get().reason())
            : "Calls may be made for " + project);
    return 0;
  }

  private void requireProject() {
    try {
      Projects.named(project, GatherProject.class);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }
}
