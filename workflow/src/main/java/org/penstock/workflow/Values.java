package org.penstock.workflow;

import org.penstock.workflow.Expression.Operator;

/** The values of expressions: texts, Doubles and Booleans. */
final class Values {

  private Values() {}

  /** Returns what {@code text} in place of {@code tag} is where nothing quotes it. */
  static Object read(String tag, String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return Double.valueOf(text);
    }
    if (text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return text;
    }
    throw new IllegalArgumentException(
        "%s is '%s', which needs quotes: '%s'".formatted(tag, text, tag));
  }

  static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new IllegalArgumentException("expected true or false, got '%s'".formatted(value));
  }

  static double number(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    if (value instanceof String text && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return Double.parseDouble(text);
    }
    throw new IllegalArgumentException("expected a number, got '%s'".formatted(value));
  }

  static boolean compare(Operator operator, Object left, Object right) {
    return switch (operator) {
      case EQUAL -> left.equals(right);
      case UNEQUAL -> !left.equals(right);
      case LESS -> order(left, right) < 0;
      case LESS_OR_EQUAL -> order(left, right) <= 0;
      case GREATER -> order(left, right) > 0;
      case GREATER_OR_EQUAL -> order(left, right) >= 0;
    };
  }

  private static int order(Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return Double.compare(a, b);
    }
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    throw new IllegalArgumentException(
        "cannot order '%s' and '%s': one is a number, the other is not".formatted(left, right));
  }
}
