package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final Predictions FOUR =
      Predictions.of(new double[] {0, 0, 0, 1}, new double[] {0.1, 0.2, 0.3, 0.4});

  @ParameterizedTest
  @CsvSource({"0.2, 0.75", "0.5, 0.75", "0.6, 0.25"})
  void theMajorityIsThatOfTheTrainingRows(double baseRate, double accuracy) {
    Baseline majority = Baseline.of(FOUR, baseRate, Cutoff.at(0.1)).get(0);

    assertEquals(accuracy, majority.metrics().get(Metric.ACCURACY));
  }

  @Test
  void thePrevalenceSaysTheBaseRate() {
    Map<Metric, Double> metrics = Baseline.of(FOUR, 0.2, Cutoff.at(0.1)).get(1).metrics();

    assertEquals((3 * 0.04 + 0.64) / 4, metrics.get(Metric.BRIER), 1e-15);
  }

  @Test
  void thePrevalenceIsJudgedAtTheThreshold() {
    Map<Metric, Double> metrics = Baseline.of(FOUR, 0.2, Cutoff.at(0.1)).get(1).metrics();

    assertEquals(0.25, metrics.get(Metric.ACCURACY));
  }

  @Test
  void noBaselineRanks() {
    Map<Metric, Double> metrics = Baseline.of(FOUR, 0.2, Cutoff.at(0.1)).get(1).metrics();

    assertEquals(0.5, metrics.get(Metric.AUC));
  }
}
