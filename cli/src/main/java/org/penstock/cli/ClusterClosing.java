package org.penstock.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.step.ExitCode;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunState;

/**
 * What a run on a cluster has come to.
 *
 * @param state of the run
 */
record ClusterClosing(RunState state) {

  /** Returns one word: for programs, and for people in a hurry. */
  String word() {
    return switch (state.phase()) {
      case RUNNING -> "running";
      case INTERRUPTED -> "stopped";
      case SUSPENDED -> "waiting";
      case FAILED -> "failed";
      case SUCCEEDED ->
          outputs("deployed").anyMatch("true"::equals)
              ? "deployed"
              : outputs("decision").anyMatch(List.of("rejected", "REJECT")::contains)
                  ? "rejected"
                  : "not-deployed";
    };
  }

  /** Returns the exit code of a command that waited for the run. */
  ExitCode exitCode() {
    return switch (state.phase()) {
      case SUCCEEDED, SUSPENDED -> ExitCode.DONE;
      case RUNNING, INTERRUPTED -> ExitCode.TEMPORARY;
      case FAILED ->
          failed()
              .flatMap(node -> node.exitCode().stream().boxed().findFirst())
              .flatMap(
                  code -> Stream.of(ExitCode.values()).filter(it -> it.code() == code).findFirst())
              .orElse(ExitCode.BUG);
    };
  }

  Optional<NodeState> failed() {
    return state.nodes().values().stream()
        .filter(node -> node.phase() == NodePhase.FAILED || node.phase() == NodePhase.ERROR)
        .findFirst();
  }

  /** Returns why the step that decides did not deploy, in its own words. */
  List<String> reasons() {
    return outputs("reasons").filter(reason -> !reason.isEmpty()).distinct().toList();
  }

  /** Returns the command to type next. */
  String next(String namespace) {
    String run = state.name();
    String cluster = " --cluster" + ClusterOptions.flag(namespace);
    return switch (word()) {
      case "waiting" ->
          "./penstock approve %s%s --as NAME --reason TEXT --wait   (or reject)"
              .formatted(run, cluster);
      case "failed" ->
          "argo logs %s -n %s%s"
              .formatted(
                  run, namespace, failed().map(node -> "   (step " + node.name() + ")").orElse(""));
      case "rejected" ->
          "./penstock show %s%s   (submit again with -p despite-policy=true to ask a person all the same)"
              .formatted(run, cluster);
      default -> "./penstock show %s%s".formatted(run, cluster);
    };
  }

  private Stream<String> outputs(String name) {
    return state.nodes().values().stream()
        .map(node -> node.outputs().get(name))
        .filter(value -> value != null);
  }
}
