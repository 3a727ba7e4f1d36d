package org.penstock.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penstock.workflow.Expression.AsNumber;
import org.penstock.workflow.Expression.Bare;
import org.penstock.workflow.Expression.Both;
import org.penstock.workflow.Expression.Comparison;
import org.penstock.workflow.Expression.Decimal;
import org.penstock.workflow.Expression.Either;
import org.penstock.workflow.Expression.Member;
import org.penstock.workflow.Expression.Not;
import org.penstock.workflow.Expression.Operator;
import org.penstock.workflow.Expression.Quoted;
import org.penstock.workflow.Expression.Truth;
import org.penstock.workflow.Expression.Word;

/** Reads an expression by recursive descent: either, both, not, comparison, operand. */
final class ExpressionParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<tag>\\{\\{.*?}})"
              + "|'(?<single>[^']*)'|\"(?<double>[^\"]*)\""
              + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?)(?![A-Za-z0-9_])"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*)"
              + "|(?<symbol>&&|\\|\\||==|!=|<=|>=|[<>!(),\\[\\]]))",
          Pattern.DOTALL);
  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "==", Operator.EQUAL,
          "!=", Operator.UNEQUAL,
          "<", Operator.LESS,
          "<=", Operator.LESS_OR_EQUAL,
          ">", Operator.GREATER,
          ">=", Operator.GREATER_OR_EQUAL);

  private final String text;
  private final Matcher token;
  private int position;

  ExpressionParser(String text) {
    this.text = text.stripTrailing();
    this.token = TOKEN.matcher(this.text);
  }

  Expression parse() {
    advance();
    Expression expression = either();
    if (!isEnd()) {
      throw unexpected("the end");
    }
    return expression;
  }

  private Expression either() {
    Expression left = both();
    while (takes("||")) {
      left = new Either(left, both());
    }
    return left;
  }

  private Expression both() {
    Expression left = negation();
    while (takes("&&")) {
      left = new Both(left, negation());
    }
    return left;
  }

  private Expression negation() {
    return takes("!") || takes("not") ? new Not(negation()) : comparison();
  }

  private Expression comparison() {
    Expression left = operand();
    if (takes("in")) {
      return new Member(left, options());
    }
    if (!isEnd() && token.group("symbol") != null && OPERATORS.containsKey(current())) {
      Operator operator = OPERATORS.get(current());
      advance();
      return new Comparison(operator, left, operand());
    }
    return left;
  }

  private List<Expression> options() {
    expect("[");
    var options = new ArrayList<Expression>();
    do {
      options.add(operand());
    } while (takes(","));
    expect("]");
    return options;
  }

  private Expression operand() {
    if (isEnd()) {
      throw unexpected("a value");
    }
    if (takes("(")) {
      Expression inner = either();
      expect(")");
      return inner;
    }

    Expression operand = simple();
    advance();
    if (operand instanceof Word(String name) && takes("(")) {
      return call(name);
    }
    return operand;
  }

  private Expression simple() {
    if (token.group("tag") != null) {
      return new Bare(token.group("tag"));
    }
    if (token.group("single") != null) {
      return new Quoted(token.group("single"));
    }
    if (token.group("double") != null) {
      return new Quoted(token.group("double"));
    }
    if (token.group("number") != null) {
      return new Decimal(Double.parseDouble(token.group("number")));
    }
    return switch (token.group("word")) {
      case null -> throw unexpected("a value");
      case "true" -> new Truth(true);
      case "false" -> new Truth(false);
      case String name -> new Word(name);
    };
  }

  private Expression call(String function) {
    if (!List.of("asInt", "asFloat").contains(function)) {
      throw new IllegalArgumentException(
          "'%s' is none of the functions of the subset: asInt, asFloat".formatted(function));
    }
    Expression argument = either();
    expect(")");
    return new AsNumber(argument);
  }

  private void expect(String symbol) {
    if (!takes(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  private boolean takes(String expected) {
    boolean quoted = !isEnd() && (token.group("single") != null || token.group("double") != null);
    boolean found = !isEnd() && !quoted && current().equals(expected);
    if (found) {
      advance();
    }
    return found;
  }

  private String current() {
    return token.group().strip();
  }

  private boolean isEnd() {
    return position < 0;
  }

  private void advance() {
    int from = position;
    if (from == text.length()) {
      position = -1;
      return;
    }
    if (!token.find(from) || token.start() != from) {
      throw new IllegalArgumentException(
          "'%s': nothing starts with '%s'".formatted(text, text.substring(from).strip()));
    }
    position = token.end();
  }

  private IllegalArgumentException unexpected(String expected) {
    return new IllegalArgumentException(
        "'%s': expected %s, got %s"
            .formatted(text, expected, isEnd() ? "the end" : "'" + current() + "'"));
  }
}
