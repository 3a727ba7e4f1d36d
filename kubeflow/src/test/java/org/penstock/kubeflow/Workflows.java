package org.penstock.kubeflow;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Workflows of the tests. */
final class Workflows {

  private Workflows() {}

  /** Returns the file {@code valid-<name>.yaml}. */
  static Path valid(String name) {
    try {
      return Path.of(Workflows.class.getResource("valid-%s.yaml".formatted(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes {@code valid-<name>.yaml} with one text replaced by another. */
  static Path changed(Path directory, String name, String right, String wrong) throws IOException {
    String yaml = Files.readString(valid(name));
    if (!yaml.contains(right)) {
      throw new IllegalArgumentException("'%s' is not in %s".formatted(right, name));
    }
    return Files.writeString(directory.resolve(name + ".yaml"), yaml.replace(right, wrong));
  }
}
