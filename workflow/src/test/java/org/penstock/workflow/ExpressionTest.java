package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final Map<String, String> TAGS =
      Map.of(
          "{{inputs.parameters.yes}}", "true",
          "{{inputs.parameters.n}}", "75",
          "{{inputs.parameters.word}}", "APPROVE",
          "{{inputs.parameters.digest}}", "sha256:ab",
          "{{inputs.parameters.none}}", "");

  private static final Expression.Scope SCOPE =
      new Expression.Scope() {
        @Override
        public Object word(String name) {
          return name;
        }

        @Override
        public String replace(String text) {
          return Tag.replace(text, tag -> TAGS.get(tag.text()));
        }
      };

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "true; true",
        "false; false",
        "!false; true",
        "!!false; false",
        "not false; true",
        "!true || true; true",
        "!(true || true); false",
        "true || false && false; true",
        "(true || false) && false; false",
        "false && true || true; true",
        "a == a; true",
        "a == b; false",
        "a != b; true",
        "a != a; false",
        "'a' == \"a\"; true",
        "'a b' == 'a b'; true",
        "'&&' == '&&'; true",
        "1 == 1.0; true",
        "1 == '1'; false",
        "1 != '1'; true",
        "true == 'true'; false",
        "1 < 2; true",
        "2 < 2; false",
        "2 <= 2; true",
        "3 <= 2; false",
        "3 > 2; true",
        "2 > 2; false",
        "2 >= 2; true",
        "-3 >= 2; false",
        "9 < 10; true",
        "'9' < '10'; false",
        "a < b; true",
        "{{inputs.parameters.yes}}; true",
        "{{inputs.parameters.yes}} == true; true",
        "'{{inputs.parameters.yes}}' == 'true'; true",
        "{{inputs.parameters.n}} == 75; true",
        "{{inputs.parameters.n}} == '75'; false",
        "{{inputs.parameters.word}} == APPROVE; true",
        "'{{inputs.parameters.word}}' == 'approve'; false",
        "'{{inputs.parameters.digest}}-x' == 'sha256:ab-x'; true",
        "'{{inputs.parameters.none}}' == ''; true",
        "asInt('{{inputs.parameters.n}}') in [75, 137]; true",
        "asInt('76') in [75, 137]; false",
        "asFloat('1.5') > 1; true",
        "'a' in ['b', 'a']; true",
        "not (1 in [2]); true",
      })
  void holdsAsArgoHasIt(String text, boolean expected) {
    assertEquals(expected, Expression.parse(text).holds(SCOPE));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "``; '': expected a value, got the end",
        "a &&; 'a &&': expected a value, got the end",
        "a b; 'a b': expected the end, got 'b'",
        "(a; '(a': expected ')', got the end",
        "a == == b; 'a == == b': expected a value, got '=='",
        "a = b; 'a = b': nothing starts with '= b'",
        "'a; ''a': nothing starts with ''a'",
        "a in b; 'a in b': expected '[', got 'b'",
        "a in [b; 'a in [b': expected ']', got the end",
        "len(a) == 1; 'len' is none of the functions of the subset: asInt, asFloat",
        "3d == 3; '3d == 3': nothing starts with '3d == 3'",
      })
  void refusesWhatIsNoExpression(String text, String reason) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Expression.parse(text));

    assertEquals(reason, thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "a; expected true or false, got 'a'",
        "1 && true; expected true or false, got '1.0'",
        "1 < a; cannot order '1.0' and 'a': one is a number, the other is not",
        "asInt('x') == 1; expected a number, got 'x'",
        "{{inputs.parameters.digest}} == a; {{inputs.parameters.digest}} is 'sha256:ab', which needs quotes: '{{inputs.parameters.digest}}'",
        "{{inputs.parameters.none}} == a; {{inputs.parameters.none}} is '', which needs quotes: '{{inputs.parameters.none}}'",
      })
  void refusesValuesThatDoNotFit(String text, String reason) {
    Expression expression = Expression.parse(text);

    var thrown = assertThrows(IllegalArgumentException.class, () -> expression.holds(SCOPE));

    assertEquals(reason, thrown.getMessage());
  }

  @Test
  void doesNotLookAtTheRightSideWithoutNeed() {
    assertEquals(true, Expression.parse("true || 1 < a").holds(SCOPE));
    assertEquals(false, Expression.parse("false && 1 < a").holds(SCOPE));
  }

  @Test
  void takesNoSyntaxFromATagInQuotes() {
    var scope =
        new Expression.Scope() {
          @Override
          public Object word(String name) {
            return name;
          }

          @Override
          public String replace(String text) {
            return text.replace("{{inputs.parameters.x}}", "' == '' || 'a' == 'a");
          }
        };

    assertEquals(false, Expression.parse("'{{inputs.parameters.x}}' == 'b'").holds(scope));
  }
}
