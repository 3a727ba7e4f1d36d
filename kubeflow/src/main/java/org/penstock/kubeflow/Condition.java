package org.penstock.kubeflow;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penstock.workflow.Expression;
import org.penstock.workflow.Tag;

/**
 * A condition of Argo in CEL, the language of Kubeflow's. Parameters are texts there, so that only
 * texts can be compared, and only for being equal.
 */
final class Condition {

  private final Function<Tag, String> inputs;

  /**
   * @param inputs gives the name of the input that holds what a tag stands for
   */
  Condition(Function<Tag, String> inputs) {
    this.inputs = inputs;
  }

  /**
   * Returns {@code expression} in CEL.
   *
   * @throws IllegalArgumentException if it says what cannot be said there
   */
  String cel(Expression expression) {
    return switch (expression) {
      case Expression.Not(Expression operand) -> "!(" + cel(operand) + ")";
      case Expression.Both(Expression left, Expression right) ->
          "(" + cel(left) + " && " + cel(right) + ")";
      case Expression.Either(Expression left, Expression right) ->
          "(" + cel(left) + " || " + cel(right) + ")";
      case Expression.Member(Expression value, List<Expression> options) ->
          options.stream()
              .map(option -> text(value) + " == " + text(option))
              .collect(Collectors.joining(" || ", "(", ")"));
      case Expression.Comparison(Expression.Operator operator, Expression left, Expression right) ->
          switch (operator) {
            case EQUAL -> text(left) + " == " + text(right);
            case UNEQUAL -> text(left) + " != " + text(right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                throw new IllegalArgumentException(
                    "Kubeflow is told only whether two texts are equal; let a step compare numbers");
          };
      case Expression.Quoted _,
          Expression.Bare _,
          Expression.Decimal _,
          Expression.Truth _,
          Expression.Word _,
          Expression.AsNumber _ ->
          throw new IllegalArgumentException("expected a comparison of two texts in quotes");
    };
  }

  private String text(Expression expression) {
    if (!(expression instanceof Expression.Quoted(String text))) {
      throw new IllegalArgumentException(
          "parameters are texts in Kubeflow: write both sides in quotes");
    }

    List<Tag> tags = Tag.in(text);
    if (tags.isEmpty()) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (tags.size() > 1 || !Tag.replace(text, _ -> "").isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is more than one tag, which a condition of Kubeflow cannot join".formatted(text));
    }
    return "inputs.parameter_values['%s']".formatted(inputs.apply(tags.getFirst()));
  }
}
