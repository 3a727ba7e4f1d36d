package org.penstock.kubeflow;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a tree of mappings, lists, texts, numbers and booleans as YAML in block style.
 *
 * <p>A text stands without quotes only where YAML 1.1, which Kubeflow reads with, and YAML 1.2
 * agree that it is one.
 */
final class Yaml {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./@-]*");
  private static final Pattern WORD_OF_YAML_11 =
      Pattern.compile("y|n|yes|no|on|off|true|false|null|nan|inf", Pattern.CASE_INSENSITIVE);

  private final StringBuilder out = new StringBuilder();

  /** Returns one document, which ends in a newline. */
  static String write(Map<String, Object> tree) {
    Yaml yaml = new Yaml();
    yaml.mapping(tree, 0);
    return yaml.out.toString();
  }

  private void mapping(Map<?, ?> tree, int depth) {
    tree.forEach((key, value) -> {
      out.append("  ".repeat(depth)).append(text(key.toString())).append(':');
      value(value, depth + 1);
    });
  }

  private void value(Object value, int depth) {
    switch (value) {
      case Map<?, ?> tree when !tree.isEmpty() -> {
        out.append('\n');
        mapping(tree, depth);
      }
      case List<?> items when !items.isEmpty() -> {
        out.append('\n');
        items.forEach(item -> item(item, depth));
      }
      default -> out.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void item(Object item, int depth) {
    out.append("  ".repeat(depth)).append('-');
    if (item instanceof Map<?, ?> tree && !tree.isEmpty()) {
      int start = out.length();
      mapping(tree, depth + 1);
      // The first key stands behind the dash.
      out.replace(start, start + 2 * (depth + 1), " ");
      return;
    }
    value(item, depth + 1);
  }

  private static String scalar(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "{}";
      case List<?> _ -> "[]";
      case String text -> text(text);
      case Boolean truth -> truth.toString();
      case Number number -> number.toString();
      default -> throw new IllegalArgumentException("no YAML for " + value.getClass());
    };
  }

  private static String text(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORD_OF_YAML_11.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c < ' ' || c == 127 ? "\\x%02x".formatted((int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }
}
