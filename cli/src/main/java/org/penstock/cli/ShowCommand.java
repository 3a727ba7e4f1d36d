package org.penstock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.workflow.RunState;
import org.penstock.workflow.WorkflowTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one run. */
@Command(
    name = "show",
    description = "Show a run: steps, parameters, artifacts, report.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Its name, or the end of it.")
  private String run;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private StoreOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ArtifactStore store = options.open();
    RunState state = new Runs(store).named(run);
    Path pipeline =
        PenstockHome.ofEnvironment().pipeline(state.parameters().getOrDefault("project", ""));
    RunSummary summary = RunSummary.of(state, WorkflowTemplate.read(pipeline), store);
    Optional<Path> report = new RunReport(store).write(state);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new String(CanonicalJson.write(summary.toTree(store, report)), StandardCharsets.UTF_8));
      return 0;
    }

    out.println("%s  %s  started %s".formatted(state.name(), summary.phase(), state.started()));
    out.println();
    out.print(summary.toText());
    out.println();
    out.println("  parameters");
    state.parameters().forEach((name, value) -> out.println("    %s = %s".formatted(name, value)));
    out.println();
    out.println("  artifacts");
    for (StepRow step : summary.steps()) {
      step.outputs()
          .forEach(
              (name, digest) -> out.println("    %s/%s  %s".formatted(step.name(), name, digest)));
    }
    report.ifPresent(file -> out.println(System.lineSeparator() + "  report  " + file));
    return 0;
  }
}
