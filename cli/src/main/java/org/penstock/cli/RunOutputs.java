package org.penstock.cli;

import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunState;

/** What the nodes of a run have put out so far, by the name of the output. */
final class RunOutputs {

  private final RunState run;

  RunOutputs(RunState run) {
    this.run = run;
  }

  /** Returns the output called {@code name} of whichever node has it. */
  Optional<String> find(String name) {
    return run.nodes().values().stream()
        .map(node -> node.outputs().get(name))
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }

  /** Returns the artifact called {@code name} of whichever node has it. */
  Optional<Sha256> artifact(String name) {
    return find(name).flatMap(RunOutputs::digest);
  }

  /** Returns the artifact that {@code output} of {@code node} is, or empty if it is a parameter. */
  static Optional<Sha256> artifact(NodeState node, String output) {
    return Optional.ofNullable(node.outputs().get(output)).flatMap(RunOutputs::digest);
  }

  /** Returns the artifact called {@code name}, or says that the run has not made it. */
  Sha256 needed(String name) {
    return artifact(name)
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.INPUT,
                "Run %s has not made '%s' yet; its state is %s"
                    .formatted(run.name(), name, run.phase()),
                null));
  }

  private static Optional<Sha256> digest(String value) {
    return value.startsWith("sha256:") ? Optional.of(Sha256.parse(value)) : Optional.empty();
  }
}
