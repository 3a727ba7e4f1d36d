package org.penstock.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The values of a chart as rows of a table: key, default, and the comment above it. */
final class ChartValues {

  private ChartValues() {}

  /**
   * Returns a row for every value, in the order of {@code file}. Values stand at most in one block,
   * and each has a comment of one line above it.
   *
   * @throws IllegalArgumentException if a value has no comment
   */
  static List<String> rows(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    String block = "";
    String comment = "";
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (text.isEmpty()) {
        continue;
      }
      if (text.startsWith("#")) {
        comment = text.substring(1).strip();
        continue;
      }

      block = line.startsWith(" ") ? block : "";
      String key = text.substring(0, text.indexOf(':'));
      String value = text.substring(text.indexOf(':') + 1).strip();
      if (value.isEmpty()) {
        block = key + ".";
        continue;
      }
      if (comment.isEmpty()) {
        throw new IllegalArgumentException("No comment tells what %s%s is".formatted(block, key));
      }
      rows.add("| `%s%s` | %s | %s |".formatted(block, key, quoted(value), comment));
      comment = "";
    }
    return rows;
  }

  private static String quoted(String value) {
    return value.equals("\"\"") ? "" : "`%s`".formatted(value);
  }
}
