package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.step.ExitCode;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunState;
import org.penstock.workflow.WorkflowTemplate;

/** What stands at the end of a run: the report, and the command to type next. */
final class Closing {

  private static final int INTERRUPTED = 130;

  private final WorkflowTemplate workflow;
  private final ArtifactStore store;
  private final String place;
  private final PrintStream out;
  private final boolean json;

  /**
   * @param place the options by which another command finds {@code store}
   */
  Closing(
      WorkflowTemplate workflow, ArtifactStore store, String place, PrintStream out, boolean json) {
    this.workflow = requireNonNull(workflow, "workflow");
    this.store = requireNonNull(store, "store");
    this.place = requireNonNull(place, "place");
    this.out = requireNonNull(out, "out");
    this.json = json;
  }

  /** Prints it, and returns the exit code of the command. */
  int print(RunState state) throws IOException {
    Optional<Path> report = new RunReport(store).write(state);
    if (json) {
      RunSummary summary = RunSummary.of(state, workflow, store);
      System.out.println(
          new String(
              CanonicalJson.write(summary.toTree(Optional.of(store), report)),
              StandardCharsets.UTF_8));
      return exitCode(state);
    }

    out.println();
    report.ifPresent(file -> out.println("report  " + file));
    out.println("next    " + next(state));
    return exitCode(state);
  }

  private String next(RunState state) {
    String project = state.parameters().getOrDefault("project", "PROJECT");
    return switch (state.phase()) {
      case RUNNING, INTERRUPTED -> "the same command again goes on from the last finished step";
      case SUSPENDED ->
          "./penstock approve %s --as NAME --reason TEXT%s   (or reject)"
              .formatted(state.name(), place);
      case FAILED -> "mend what is said above, and type the same command again";
      case SUCCEEDED -> afterSuccess(state, project);
    };
  }

  private String afterSuccess(RunState state, String project) {
    if (state.nodes().values().stream().anyMatch(Closing::deployed)) {
      return "./penstock serve " + project + place;
    }

    Optional<String> again =
        state.nodes().values().stream()
            .filter(node -> "false".equals(node.outputs().get("complete")))
            .map(node -> node.outputs().getOrDefault("next", ""))
            .findFirst();
    if (again.isPresent()) {
      return "./penstock run %s%s   (not complete; %s)"
          .formatted(
              project,
              place,
              again.get().isEmpty() ? "see the report" : "again from " + again.get());
    }

    boolean hasModel =
        state.nodes().values().stream().anyMatch(node -> node.outputs().containsKey("model"));
    if (!hasModel) {
      return "./penstock show " + state.name() + place;
    }

    boolean rejectedByPolicy =
        state.nodes().values().stream()
            .anyMatch(node -> "rejected".equals(node.outputs().get("decision")));
    return "./penstock show %s%s   (not deployed%s)"
        .formatted(
            state.name(),
            place,
            rejectedByPolicy ? "; approve --despite-policy overrules the policy" : "");
  }

  private static boolean deployed(NodeState node) {
    return Boolean.parseBoolean(node.outputs().get("deployed"));
  }

  private static int exitCode(RunState state) {
    return switch (state.phase()) {
      case SUCCEEDED, SUSPENDED -> ExitCode.DONE.code();
      case RUNNING, INTERRUPTED -> INTERRUPTED;
      case FAILED ->
          state.nodes().values().stream()
              .filter(node -> node.phase() == NodePhase.FAILED || node.phase() == NodePhase.ERROR)
              .findFirst()
              .map(node -> node.exitCode().orElse(ExitCode.BUG.code()))
              .orElse(ExitCode.BUG.code());
    };
  }
}
