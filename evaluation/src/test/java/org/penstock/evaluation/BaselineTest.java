package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final BinaryPredictions FOUR =
      BinaryPredictions.of(new double[] {0, 0, 0, 1}, new double[] {0.1, 0.2, 0.3, 0.4});

  @ParameterizedTest
  @CsvSource({"2, 0.75", "5, 0.75", "6, 0.25"})
  void theMajorityIsThatOfTheTrainingRows(int positives, double accuracy) {
    Baseline majority = Baseline.of(FOUR, learnt(positives), Cutoff.at(0.1)).get(0);

    assertEquals(accuracy, majority.metrics().get(Metric.ACCURACY));
  }

  @Test
  void thePrevalenceSaysTheBaseRate() {
    Map<Metric, Double> metrics = Baseline.of(FOUR, learnt(2), Cutoff.at(0.1)).get(1).metrics();

    assertEquals((3 * 0.04 + 0.64) / 4, metrics.get(Metric.BRIER), 1e-15);
  }

  @Test
  void thePrevalenceIsJudgedAtTheThreshold() {
    Map<Metric, Double> metrics = Baseline.of(FOUR, learnt(2), Cutoff.at(0.1)).get(1).metrics();

    assertEquals(0.25, metrics.get(Metric.ACCURACY));
  }

  @Test
  void noBaselineRanks() {
    Map<Metric, Double> metrics = Baseline.of(FOUR, learnt(2), Cutoff.at(0.1)).get(1).metrics();

    assertEquals(0.5, metrics.get(Metric.AUC));
  }

  @Test
  void labelsAreSaidAsFrequentAsTheyWere() {
    double[] said = {.5, .3, .2, .2, .5, .3, .1, .1, .8};
    ClassPredictions three = ClassPredictions.of(new double[] {0, 1, 2}, said);

    List<Baseline> baselines = Baseline.of(three, new double[] {1, 1, 0, 2}, Cutoff.at(1));

    Map<Metric, Double> prevalence = baselines.getLast().metrics();
    assertEquals(-(2 * Math.log(.25) + Math.log(.5)) / 3, prevalence.get(Metric.LOG_LOSS), 1e-15);
    assertEquals(1.0 / 3, baselines.getFirst().metrics().get(Metric.ACCURACY));
    assertEquals(0.5 / 3, baselines.getFirst().metrics().get(Metric.MACRO_F1), 1e-15);
  }

  @Test
  void aNumberIsSaidToBeTheMedianOrTheMeanOfTheTrainingRows() {
    NumberPredictions two = NumberPredictions.of(new double[] {0, 10}, new double[2]);

    List<Baseline> baselines = Baseline.of(two, new double[] {1, 2, 9}, Cutoff.at(1));

    assertEquals(List.of("median", "mean"), baselines.stream().map(Baseline::name).toList());
    assertEquals(-3, baselines.getFirst().metrics().get(Metric.BIAS));
    assertEquals(-1, baselines.getLast().metrics().get(Metric.BIAS));
  }

  private static double[] learnt(int positives) {
    double[] labels = new double[10];
    Arrays.fill(labels, 0, positives, 1);
    return labels;
  }
}
