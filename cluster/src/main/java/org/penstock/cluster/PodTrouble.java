package org.penstock.cluster;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why a pod does not run.
 *
 * @param pod its name
 * @param sentence says it
 * @param lasting it does not pass by itself
 */
record PodTrouble(String pod, String sentence, boolean lasting) {

  /** What the kubelet says when trying again changes nothing. */
  private static final Set<String> IMAGE =
      Set.of("ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName");

  private static final Set<String> CONTAINER =
      Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

  /** Returns what keeps {@code pod} from running, if anything does. */
  static Optional<PodTrouble> of(Tree pod) {
    String name = pod.word("metadata", "name");
    return Stream.of("initContainerStatuses", "containerStatuses")
        .flatMap(statuses -> pod.list("status", statuses).stream())
        .flatMap(status -> of(name, status).stream())
        .findFirst()
        .or(() -> unscheduled(name, pod));
  }

  private static Optional<PodTrouble> of(String pod, Tree status) {
    String reason = status.word("state", "waiting", "reason");
    String message = status.word("state", "waiting", "message");
    if (IMAGE.contains(reason)) {
      return Optional.of(
          new PodTrouble(
              pod,
              "The image %s cannot be had on the node (%s): %s"
                  .formatted(status.word("image"), reason, message),
              true));
    }
    if (CONTAINER.contains(reason)) {
      return Optional.of(
          new PodTrouble(
              pod, "The pod %s cannot start (%s): %s".formatted(pod, reason, message), true));
    }
    return reason.equals("CrashLoopBackOff")
        ? Optional.of(crashed(pod, status))
        : ended(pod, status);
  }

  private static PodTrouble crashed(String pod, Tree status) {
    Tree last = status.at("lastState", "terminated");
    return new PodTrouble(pod, words(pod, last), false);
  }

  /** A server that ended once and is started again says why it ended. */
  private static Optional<PodTrouble> ended(String pod, Tree status) {
    Tree last =
        Stream.of("state", "lastState")
            .map(state -> status.at(state, "terminated"))
            .filter(state -> state.number("exitCode") != 0)
            .findFirst()
            .orElse(Tree.of(null));
    return last.has("exitCode") && !Boolean.parseBoolean(status.word("ready"))
        ? Optional.of(new PodTrouble(pod, words(pod, last), false))
        : Optional.empty();
  }

  private static String words(String pod, Tree end) {
    String message = end.word("message").strip();
    return "The pod %s ended with exit code %d%s"
        .formatted(
            pod,
            end.number("exitCode"),
            message.isEmpty() ? " (%s)".formatted(end.word("reason")) : ": " + message);
  }

  private static Optional<PodTrouble> unscheduled(String name, Tree pod) {
    return pod.list("status", "conditions").stream()
        .filter(condition -> condition.word("type").equals("PodScheduled"))
        .filter(condition -> condition.word("reason").equals("Unschedulable"))
        .map(condition ->
            new PodTrouble(
                name,
                "The pod %s finds no node: %s".formatted(name, condition.word("message")),
                false))
        .findFirst();
  }
}
