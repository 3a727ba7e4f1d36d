package org.penstock.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another program that does a part of the work. */
final class Tool {

  private Tool() {}

  /**
   * Runs {@code command} to its end.
   *
   * @return what it printed
   * @throws ImageException if it cannot be started or fails, with what it printed
   */
  static String run(String purpose, List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status == 0) {
        return output;
      }
      throw new ImageException(
          ImageException.CONFIGURATION,
          "%s failed: %s ended with %d: %s"
              .formatted(purpose, command.getFirst(), status, output.strip()));
    } catch (IOException e) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "%s needs %s, which cannot be started: %s"
              .formatted(purpose, Path.of(command.getFirst()), e.getMessage()),
          e);
    }
  }
}
