package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.penstock.workflow.Invocation;

/** Where a step's own words are kept: beside its outputs. */
final class NodeLog {

  private NodeLog() {}

  static Path of(Invocation invocation) {
    return invocation.outputs().resolveSibling("log.txt");
  }

  /** Returns the last {@code count} lines of {@code log}; none if nothing was written. */
  static List<String> tail(Path log, int count) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(log);
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
