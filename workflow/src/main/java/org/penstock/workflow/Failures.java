package org.penstock.workflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an exit handler reads in the place of {@code {{workflow.failures}}}: a list of objects as
 * JSON, once more in quotes, and {@code null} for none, as Argo writes it.
 */
final class Failures {

  private Failures() {}

  static String of(RunState state) {
    List<String> failed =
        state.nodes().values().stream()
            .filter(node -> node.phase() == NodePhase.FAILED || node.phase() == NodePhase.ERROR)
            .map(Failures::text)
            .toList();
    return quoted(failed.isEmpty() ? "null" : failed.toString());
  }

  private static String text(NodeState node) {
    String phase = node.phase() == NodePhase.ERROR ? "Error" : "Failed";
    return "{\"displayName\":%s,\"message\":%s,\"templateName\":%s,\"phase\":\"%s\"}"
        .formatted(quoted(node.name()), quoted(node.message()), quoted(node.template()), phase);
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(Failures::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int point) {
    if (point < ' ') {
      return String.format(Locale.ROOT, "\\u%04x", point);
    }
    return (point == '"' || point == '\\' ? "\\" : "") + Character.toString(point);
  }
}
