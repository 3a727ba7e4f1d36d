package org.penstock.evaluate.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penstock.config.ApprovalSettings.Bound;
import org.penstock.config.ApprovalSettings.Limit;
import org.penstock.config.ApprovalSettings.On;
import org.penstock.evaluation.Estimate;

class PolicyFindingsTest {

  private static final Map<String, Estimate> METRICS = Map.of("auc", new Estimate(0.7, 0.6, 0.8));

  @Test
  void comparesTheEndThatTheLimitIsAbout() {
    PolicyFindings policy =
        PolicyFindings.of(
            List.of(
                new Limit("auc", On.LOWER, Bound.AT_LEAST, 0.6),
                new Limit("auc", On.UPPER, Bound.AT_MOST, 0.79)),
            METRICS);

    assertEquals(
        new PolicyFindings.Line("the lower end of auc must be at least 0.6", 0.6, true),
        policy.lines().getFirst());
    assertEquals(
        List.of(new PolicyFindings.Line("the upper end of auc must be at most 0.79", 0.8, false)),
        policy.missed());
    assertFalse(policy.allows());
  }

  @Test
  void allowsWhereEveryLimitHolds() {
    assertTrue(
        PolicyFindings.of(List.of(new Limit("auc", On.VALUE, Bound.AT_LEAST, 0.7)), METRICS)
            .allows());
  }

  @Test
  void whatWasNotEvaluatedHoldsNoLimit() {
    PolicyFindings policy =
        PolicyFindings.of(List.of(new Limit("mae", On.VALUE, Bound.AT_MOST, 9)), METRICS);

    assertEquals(Double.NaN, policy.missed().getFirst().got());
  }
}
