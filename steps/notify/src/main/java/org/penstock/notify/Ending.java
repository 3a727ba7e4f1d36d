package org.penstock.notify;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;

/**
 * How a run ended, in whichever way the engine says it.
 *
 * @param status {@code Succeeded}, {@code Failed} or another word of the engine
 * @param failures empty if it succeeded
 */
record Ending(String status, List<NodeFailure> failures) {

  Ending {
    requireNonNull(status, "status");
    failures = List.copyOf(failures);
  }

  /**
   * Reads what Argo or Kubeflow says. Argo says a word and a list of failures; Kubeflow puts one
   * document in the place of both, a <a
   * href="https://github.com/kubeflow/pipelines/blob/master/api/v2alpha1/pipeline_spec.proto">
   * PipelineTaskFinalStatus</a>. What is neither is the status as it stands, since a report must
   * not be lost for its form.
   */
  static Ending of(String status, String failures) {
    if (!status.strip().startsWith("{")) {
      return new Ending(status, NodeFailure.parse(failures));
    }

    try {
      Map<String, Object> document = CanonicalJson.read(status.getBytes(StandardCharsets.UTF_8));
      String state = text(document, "state", "state");
      String message =
          document.get("error") instanceof Map<?, ?> error ? text(error, "message", "message") : "";
      return new Ending(
          state.isEmpty() ? status : word(state),
          message.isEmpty()
              ? List.of()
              : List.of(
                  new NodeFailure(
                      text(document, "pipelineTaskName", "pipeline_task_name"), message)));
    } catch (IllegalArgumentException e) {
      return new Ending(status, List.of());
    }
  }

  /** The service writes names in camel case, the local runner in snake case. */
  private static String text(Map<?, ?> document, String camel, String snake) {
    Object value = document.containsKey(camel) ? document.get(camel) : document.get(snake);
    return value instanceof String text ? text : "";
  }

  private static String word(String state) {
    return state.substring(0, 1).toUpperCase(Locale.ROOT)
        + state.substring(1).toLowerCase(Locale.ROOT);
  }
}
