package org.penstock.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.ApprovalSettings.Bound;
import org.penstock.config.ApprovalSettings.On;

final class ApprovalPolicyTest {

  private static final MetricValue MIDDLE = new MetricValue(0.5, 0.4, 0.6);

  private final ApprovalPolicy policy =
      new ApprovalPolicy(
          List.of(
              new MetricLimit("auc", On.LOWER, Bound.AT_LEAST, 0.6),
              new MetricLimit("brier", On.VALUE, Bound.AT_MOST, 0.2)));

  @ParameterizedTest
  @CsvSource({
    "VALUE, AT_LEAST, 0.5, true",
    "VALUE, AT_LEAST, 0.51, false",
    "VALUE, AT_MOST, 0.5, true",
    "VALUE, AT_MOST, 0.49, false",
    "LOWER, AT_LEAST, 0.4, true",
    "LOWER, AT_LEAST, 0.41, false",
    "UPPER, AT_MOST, 0.6, true",
    "UPPER, AT_MOST, 0.59, false"
  })
  void allowsTheLimitItselfAndTheRightSideOfIt(On on, Bound bound, double limit, boolean allowed) {
    assertEquals(allowed, new MetricLimit("auc", on, bound, limit).allows(MIDDLE));
  }

  @ParameterizedTest
  @EnumSource(Bound.class)
  void neverAllowsNaN(Bound bound) {
    MetricValue undefined = new MetricValue(Double.NaN, 0.9, 0.9);

    assertFalse(new MetricLimit("auc", On.VALUE, bound, 0.8).allows(undefined));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesALimitThatIsNotFinite(double limit) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MetricLimit("auc", On.VALUE, Bound.AT_LEAST, limit));
  }

  @Test
  void letsAModelPassThatSatisfiesEveryLimit() {
    assertEquals(
        new ApprovalDecision.Approvable(),
        policy.decide(
            Map.of(
                "auc", new MetricValue(0.7, 0.6, 0.8),
                "brier", new MetricValue(0.2, 0.1, 0.3),
                "other", MIDDLE)));
  }

  @Test
  void reportsEveryMissedLimit() {
    assertEquals(
        new ApprovalDecision.Rejected(
            List.of(
                "the lower end of auc must be at least 0.6, got 0.5900",
                "brier must be at most 0.2, got 0.2100")),
        policy.decide(
            Map.of(
                "auc", new MetricValue(0.7, 0.59, 0.8),
                "brier", new MetricValue(0.21, 0.1, 0.3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auc", "brier"})
  void rejectsForOneMissedLimit(String missed) {
    MetricValue bad =
        missed.equals("auc") ? new MetricValue(0.7, 0.59, 0.8) : new MetricValue(0.21, 0.1, 0.3);
    Map<String, MetricValue> good =
        Map.of("auc", new MetricValue(0.7, 0.6, 0.8), "brier", new MetricValue(0.2, 0.1, 0.3));
    Map<String, MetricValue> metrics = new TreeMap<>(good);
    metrics.put(missed, bad);

    assertEquals("rejected", policy.decide(metrics).word());
    assertEquals(1, policy.decide(metrics).reasons().size());
  }

  @Test
  void refusesToDecideOnAnIncompleteEvaluation() {
    var thrown =
        assertThrows(MissingMetricException.class, () -> policy.decide(Map.of("accuracy", MIDDLE)));

    assertEquals(
        "The policy limits metrics that are not evaluated: [auc, brier]; evaluated: [accuracy]",
        thrown.getMessage());
  }

  @Test
  void refusesAPolicyWithoutLimits() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new ApprovalPolicy(List.of()));

    assertEquals("An approval policy needs at least one metric limit", thrown.getMessage());
  }

  @Test
  void readsTheMetricsOfAnEvaluation() {
    byte[] json =
        """
        {"format-version":1,"more":[1],"metrics":{
          "auc":{"value":0.7,"lower":0.6,"upper":0.8},
          "log-loss":{"value":1},
          "undefined":{}}}
        """
            .getBytes(UTF_8);

    assertEquals(
        Map.of(
            "auc", new MetricValue(0.7, 0.6, 0.8),
            "log-loss", new MetricValue(1, Double.NaN, Double.NaN),
            "undefined", new MetricValue(Double.NaN, Double.NaN, Double.NaN)),
        EvaluationMetrics.parse(json));
  }

  @Test
  void refusesAnEvaluationWithoutMetrics() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> EvaluationMetrics.parse("{\"format-version\":1}".getBytes(UTF_8)));

    assertEquals("The field 'metrics' of the evaluation is missing", thrown.getMessage());
  }

  @Test
  void keepsTheDecisionWithWhatItIsAbout() {
    DecisionRecord record =
        new DecisionRecord(Example.SUBJECT, new ApprovalDecision.Rejected(List.of("auc")));

    assertEquals(record, DecisionRecord.parse(record.toBytes()));
  }

  @Test
  void refusesADecisionThatContradictsItsReasons() {
    String json =
        new String(
                new DecisionRecord(Example.SUBJECT, new ApprovalDecision.Rejected(List.of("auc")))
                    .toBytes(),
                UTF_8)
            .replace("rejected", "approvable");

    assertThrows(IllegalArgumentException.class, () -> DecisionRecord.parse(json.getBytes(UTF_8)));
  }
}
