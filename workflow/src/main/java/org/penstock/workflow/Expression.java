package org.penstock.workflow;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition of a workflow: {@code when}, {@code depends}, or the expression of a retry.
 *
 * <p>One grammar serves the three, in which Argo uses three libraries: comparisons, {@code in},
 * {@code &&}, {@code ||}, {@code !} and parentheses over texts, numbers, tags and words. What a
 * word stands for depends on the place: see {@link Scope}.
 */
public sealed interface Expression {

  /** A text in quotes, which may hold tags. */
  record Quoted(String text) implements Expression {}

  /** A tag without quotes: what it is replaced by is read as number, boolean or word. */
  record Bare(String tag) implements Expression {}

  /** A number. */
  record Decimal(double value) implements Expression {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Expression {}

  /** A name. */
  record Word(String name) implements Expression {}

  /** {@code asInt(…)} or {@code asFloat(…)}: the number that a text says. */
  record AsNumber(Expression text) implements Expression {}

  /** The opposite. */
  record Not(Expression operand) implements Expression {}

  /** Whether both hold; the right one is looked at only if the left one does. */
  record Both(Expression left, Expression right) implements Expression {}

  /** Whether one holds; the right one is looked at only if the left one does not. */
  record Either(Expression left, Expression right) implements Expression {}

  /** Whether {@code left} stands to {@code right} as {@code operator} says. */
  record Comparison(Operator operator, Expression left, Expression right) implements Expression {}

  /** Whether {@code value} equals one of {@code options}. */
  record Member(Expression value, List<Expression> options) implements Expression {

    public Member {
      options = List.copyOf(options);
    }
  }

  /** How two values are compared. */
  enum Operator {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /** What words and tags stand for. */
  interface Scope {

    /** Returns a text, a Double or a Boolean. */
    Object word(String name);

    /** Returns {@code text} with its tags replaced. */
    String replace(String text);
  }

  /**
   * Reads {@code text}.
   *
   * @throws IllegalArgumentException if it is no expression, with the position
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }

  /** Returns every part of this expression, itself included. */
  default Stream<Expression> parts() {
    Stream<Expression> children =
        switch (this) {
          case Quoted _, Bare _, Decimal _, Truth _, Word _ -> Stream.of();
          case AsNumber(Expression operand) -> operand.parts();
          case Not(Expression operand) -> operand.parts();
          case Both(Expression left, Expression right) ->
              Stream.concat(left.parts(), right.parts());
          case Either(Expression left, Expression right) ->
              Stream.concat(left.parts(), right.parts());
          case Comparison(Operator _, Expression left, Expression right) ->
              Stream.concat(left.parts(), right.parts());
          case Member(Expression value, List<Expression> options) ->
              Stream.concat(value.parts(), options.stream().flatMap(Expression::parts));
        };
    return Stream.concat(Stream.of(this), children);
  }

  /**
   * Returns whether this holds.
   *
   * @throws IllegalArgumentException if the values do not fit, e.g. a text is less than a number
   */
  default boolean holds(Scope scope) {
    return switch (this) {
      case Not(Expression operand) -> !operand.holds(scope);
      case Both(Expression left, Expression right) -> left.holds(scope) && right.holds(scope);
      case Either(Expression left, Expression right) -> left.holds(scope) || right.holds(scope);
      case Comparison(Operator operator, Expression left, Expression right) ->
          Values.compare(operator, left.value(scope), right.value(scope));
      case Member(Expression value, List<Expression> options) ->
          options.stream().anyMatch(option -> option.value(scope).equals(value.value(scope)));
      case Quoted _, Bare _, Decimal _, Truth _, Word _, AsNumber _ -> Values.truth(value(scope));
    };
  }

  /** Returns the text, Double or Boolean that this is. */
  default Object value(Scope scope) {
    return switch (this) {
      case Quoted(String text) -> scope.replace(text);
      case Bare(String tag) -> Values.read(tag, scope.replace(tag));
      case Decimal(double value) -> value;
      case Truth(boolean value) -> value;
      case Word(String name) -> scope.word(name);
      case AsNumber(Expression text) -> Values.number(text.value(scope));
      case Not _, Both _, Either _, Comparison _, Member _ -> holds(scope);
    };
  }
}
