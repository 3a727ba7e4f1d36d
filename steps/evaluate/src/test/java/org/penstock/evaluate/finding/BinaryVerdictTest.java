package org.penstock.evaluate.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.dataset.SharedGroups;
import org.penstock.evaluate.finding.Verdict.Level;
import org.penstock.evaluation.Confusion;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

class BinaryVerdictTest {

  private static final RowCounts ROWS =
      new RowCounts(
          7000,
          List.of(6860L, 140L),
          3000,
          List.of(2940L, 60L),
          900,
          new SharedGroups(1000, 1000, 0, 1));
  private static final Confusion DECISIONS = new Confusion(20, 100, 40, 2840);
  private static final Cutoff CUTOFF = new Cutoff(0.05, 1, 20);

  @ParameterizedTest
  @CsvSource({
    "0.533, 0.516, 0.550, 0.0210, NOTHING",
    "0.600, 0.549, 0.650, 0.0300, NOTHING",
    "0.600, 0.550, 0.650, 0.0300, MODEST",
    "0.700, 0.649, 0.750, 0.0300, MODEST",
    "0.700, 0.650, 0.750, 0.0300, USEFUL",
    "0.700, 0.650, 0.750, 0.0200, NOTHING",
    "0.949, 0.900, 0.980, 0.0300, USEFUL",
    "0.950, 0.900, 0.980, 0.0300, SUSPICIOUS",
    "0.700, NaN, NaN, 0.0300, NOTHING",
    "0.700, 0.650, 0.750, NaN, NOTHING"
  })
  void weighsTheLowerEnds(
      double auc, double lower, double upper, double precisionLower, Level expected) {
    Verdict verdict = verdict(new Estimate(auc, lower, upper), precisionLower, List.of());

    assertEquals(expected, verdict.level());
  }

  @Test
  void saysInWordsThatThereIsNextToNothing() {
    Verdict verdict = verdict(new Estimate(0.533, 0.516, 0.55), 0.016, List.of());

    assertEquals("There is next to nothing to ship.", verdict.headline());
    assertEquals(
        "Of a positive and a negative row it ranks the positive one higher in 53.3 % of all cases"
            + " (AUC 0.533, 0.516 to 0.550); a coin does so in 50 %.",
        verdict.reasons().get(0).replace('\u00A0', ' '));
    assertTrue(verdict.reasons().get(1).contains("the interval includes the base rate"));
  }

  @Test
  void namesTheSplitThatClaimsMore() {
    Contender byEntity = contender(0.574);

    Verdict verdict = verdict(new Estimate(0.533, 0.516, 0.55), 0.016, List.of(byEntity));

    assertEquals(
        "The split by id claims an AUC of 0.574, by group it is 0.533: the difference is what the"
            + " model has seen before, rows on both sides that belong together. The lower number"
            + " is the one to expect.",
        verdict.reasons().get(2));
  }

  @ParameterizedTest
  @CsvSource({"0.552, 3", "0.554, 4", "0.500, 3"})
  void keepsQuietOfASplitThatClaimsNoMore(double claimed, int reasons) {
    Verdict verdict = verdict(new Estimate(0.533, 0.516, 0.55), 0.016, List.of(contender(claimed)));

    assertEquals(reasons, verdict.reasons().size());
  }

  @Test
  void saysWhenNoRowIsCalledPositive() {
    Verdict verdict =
        BinaryVerdict.of(
            metrics(new Estimate(0.533, 0.516, 0.55), 0.016),
            new Confusion(0, 0, 60, 2940),
            ROWS,
            new Cutoff(1, 1, 20),
            "group",
            List.of(),
            Map.of());

    assertEquals(
        "At the threshold 1.00 it calls no row positive: where a false positive costs 1 and a"
            + " false negative 20, no probability that it gives is worth acting on.",
        verdict.reasons().getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "0.30, 0.20, 0.39, less than calling no row positive",
    "0.30, 0.20, 0.40, which cannot be told from calling no row positive at",
    "0.50, 0.40, 0.60, which cannot be told from calling no row positive at",
    "0.50, 0.41, 0.60, more than calling no row positive"
  })
  void comparesTheCostWithTreatingAllAlike(
      double value, double lower, double upper, String expected) {
    Map<Metric, Estimate> metrics = metrics(new Estimate(0.7, 0.65, 0.75), 0.03);
    metrics.put(Metric.EXPECTED_COST, new Estimate(value, lower, upper));

    Verdict verdict =
        BinaryVerdict.of(metrics, DECISIONS, ROWS, CUTOFF, "group", List.of(), Map.of());

    assertTrue(verdict.reasons().getLast().contains(expected), verdict.reasons()::toString);
  }

  private static Verdict verdict(Estimate auc, double precisionLower, List<Contender> splits) {
    return BinaryVerdict.of(
        metrics(auc, precisionLower),
        DECISIONS,
        ROWS,
        CUTOFF,
        "group",
        splits,
        Map.of("entity", "by id"));
  }

  private static Contender contender(double auc) {
    return new Contender(
        "entity",
        "boosting",
        3000,
        metrics(new Estimate(auc, auc - 0.02, auc + 0.02), 0.02),
        Optional.empty());
  }

  private static Map<Metric, Estimate> metrics(Estimate auc, double precisionLower) {
    Map<Metric, Estimate> metrics = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      metrics.put(metric, new Estimate(0.4, 0.3, 0.5));
    }
    metrics.put(Metric.AUC, auc);
    metrics.put(Metric.AVERAGE_PRECISION, new Estimate(0.04, precisionLower, 0.05));
    return metrics;
  }
}
