package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The own settings of credit-risk with few clients, a quick search, and another limit. */
final class SmallSettings {

  private SmallSettings() {}

  /** Writes them to a file in {@code directory}; the policy wants an AUC of {@code minAuc}. */
  static Path write(Path directory, double minAuc) throws IOException {
    Path own = PenstockHome.ofEnvironment().settings("credit-risk").orElseThrow();
    String yaml =
        Files.readString(own)
            .replaceFirst("entities: \\d+", "entities: 600")
            .replaceFirst("trials: \\d+", "trials: 2")
            .replaceFirst("bootstrap: \\d+", "bootstrap: 50")
            .replaceFirst(
                "(?s)policy:\n.*?\n  (?=[a-z])",
                "policy:\n    - {metric: auc, on: value, bound: at-least, limit: "
                    + minAuc
                    + "}\n  ");
    return Files.writeString(directory.resolve("project-%s.yaml".formatted(minAuc)), yaml);
  }
}
