package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies an artifact out of the store. */
@Command(
    name = "get",
    description = "Copy an artifact out of the store, after comparing its digest.",
    mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ARTIFACT",
      description =
          "RUN/STEP/OUTPUT, e.g. credit-risk-20260102-030405/features/training, or a digest.")
  private String artifact;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "Where to.")
  private Path target;

  @Mixin private StoreOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ArtifactStore store = options.open();
    Sha256 digest = digest(store);
    Files.copy(store.fetch(digest), target, StandardCopyOption.REPLACE_EXISTING);
    spec.commandLine().getOut().println(digest);
    return 0;
  }

  private Sha256 digest(ArtifactStore store) throws IOException {
    if (artifact.startsWith("sha256:")) {
      return parsed();
    }

    String[] parts = artifact.split("/");
    if (parts.length != 3) {
      throw new StepFailure(
          ExitCode.CONFIG,
          "An artifact is RUN/STEP/OUTPUT or sha256:…, got '%s'".formatted(artifact),
          null);
    }
    RunState run = new Runs(store).named(parts[0]);
    NodeState node = run.nodes().get(parts[1]);
    if (node == null) {
      throw new StepFailure(
          ExitCode.INPUT,
          "Run %s has no step '%s'; it has %s"
              .formatted(run.name(), parts[1], run.nodes().keySet()),
          null);
    }
    return RunOutputs.artifact(node, parts[2])
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.INPUT,
                "Step %s of %s has no artifact '%s'; its outputs are %s"
                    .formatted(parts[1], run.name(), parts[2], node.outputs().keySet()),
                null));
  }

  private Sha256 parsed() {
    try {
      return Sha256.parse(artifact);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }
}
