package org.penstock.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The file in which Kubernetes lets a container say why it ended. Argo shows it beside the exit
 * code, so that nobody has to look for the log of a pod that may be gone.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/">Kubernetes</a>
 */
final class LastWords {

  /** Variable that names another file, for tests. */
  static final String VARIABLE = "PENSTOCK_TERMINATION_LOG";

  private static final String USUAL = "/dev/termination-log";

  private final Path file;

  private LastWords(Path file) {
    this.file = file;
  }

  static LastWords of(Map<String, String> environment) {
    return new LastWords(Path.of(environment.getOrDefault(VARIABLE, USUAL)));
  }

  /** Says {@code message} where somebody provided the file; what fails here fails nothing else. */
  void say(String message) {
    if (!Files.isWritable(file)) {
      return;
    }

    try {
      Files.writeString(file, message, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      // The message is in the log as well.
    }
  }
}
