package org.penstock.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.workflow.Expression;
import org.penstock.workflow.Tag;

class ConditionTest {

  private final Condition condition =
      new Condition(tag -> ((Tag.WorkflowParameter) tag).name().replace('-', '_'));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'{{workflow.parameters.a-b}}' == 'x' ~ inputs.parameter_values['a_b'] == 'x'",
        "'x' != '{{workflow.parameters.a}}' ~ 'x' != inputs.parameter_values['a']",
        "!('{{workflow.parameters.a}}' == 'x') ~ !(inputs.parameter_values['a'] == 'x')",
        "'{{workflow.parameters.a}}' in ['x', 'y'] ~ (inputs.parameter_values['a'] == 'x' || inputs.parameter_values['a'] == 'y')",
        "'{{workflow.parameters.a}}' == 'x' && '{{workflow.parameters.b}}' == 'y' ~ (inputs.parameter_values['a'] == 'x' && inputs.parameter_values['b'] == 'y')",
        "'{{workflow.parameters.a}}' == 'x' || '{{workflow.parameters.b}}' == 'y' ~ (inputs.parameter_values['a'] == 'x' || inputs.parameter_values['b'] == 'y')",
        "'{{workflow.parameters.a}}' == \"it's\" ~ inputs.parameter_values['a'] == 'it\\'s'",
      })
  void saysTheSameInCel(String argo, String cel) {
    assertEquals(cel, condition.cel(Expression.parse(argo)));
  }

  @Test
  void keepsTheOrderOfAndAndOr() {
    assertEquals(
        "((inputs.parameter_values['a'] == '1' || inputs.parameter_values['a'] == '2') && 'x' == 'x')",
        condition.cel(
            new Expression.Both(
                Expression.parse(
                    "'{{workflow.parameters.a}}' == '1' || '{{workflow.parameters.a}}' == '2'"),
                Expression.parse("'x' == 'x'"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'{{workflow.parameters.a}}' > 'x' ~ Kubeflow is told only whether two texts are equal; let a step compare numbers",
        "{{workflow.parameters.a}} == 'x' ~ parameters are texts in Kubeflow: write both sides in quotes",
        "'{{workflow.parameters.a}}' == 1 ~ parameters are texts in Kubeflow: write both sides in quotes",
        "true ~ expected a comparison of two texts in quotes",
        "'{{workflow.parameters.a}}-{{workflow.parameters.b}}' == 'x' ~ '{{workflow.parameters.a}}-{{workflow.parameters.b}}' is more than one tag, which a condition of Kubeflow cannot join",
      })
  void refusesWhatCelCannotSay(String argo, String problem) {
    Expression expression = Expression.parse(argo);

    var thrown = assertThrows(IllegalArgumentException.class, () -> condition.cel(expression));

    assertEquals(problem, thrown.getMessage());
  }
}
