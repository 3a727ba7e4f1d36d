package org.penstock.kubeflow;

import java.util.Map;

/** Where a task takes the value of an input from. */
sealed interface Source {

  /** Written in the file; may be a placeholder that Kubeflow replaces as a whole. */
  record Constant(String text) implements Source {}

  /** An input of the group that the task is in. */
  record GroupInput(String name) implements Source {}

  /** What another task of the same group puts out. */
  record TaskOutput(String task, String output) implements Source {}

  /** How another task of the same group ended. */
  record FinalStatus(String task) implements Source {}

  default Map<String, Object> toTree() {
    return switch (this) {
      case Constant(String text) -> Map.of("runtimeValue", Map.of("constant", text));
      case GroupInput(String name) -> Map.of("componentInputParameter", name);
      case TaskOutput(String task, String output) ->
          Map.of(
              "taskOutputParameter", Tree.of("outputParameterKey", output, "producerTask", task));
      case FinalStatus(String task) -> Map.of("taskFinalStatus", Map.of("producerTask", task));
    };
  }
}
