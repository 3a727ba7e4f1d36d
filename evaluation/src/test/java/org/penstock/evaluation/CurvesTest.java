package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penstock.evaluation.Curves.Point;

class CurvesTest {

  private static final BinaryPredictions FOUR =
      BinaryPredictions.of(new double[] {0, 1, 0, 1}, new double[] {0.1, 0.3, 0.5, 0.7});

  @Test
  void rocGoesFromNothingToEverything() {
    assertEquals(
        List.of(
            new Point(0, 0),
            new Point(0, 0.5),
            new Point(0.5, 0.5),
            new Point(0.5, 1),
            new Point(1, 1)),
        Curves.of(FOUR).roc());
  }

  @Test
  void precisionRecallEndsAtTheBaseRate() {
    assertEquals(
        List.of(new Point(0.5, 1), new Point(0.5, 0.5), new Point(1, 2 / 3.0), new Point(1, 0.5)),
        Curves.of(FOUR).precisionRecall());
  }

  @Test
  void gainCountsFromTheBest() {
    assertEquals(new Point(0.25, 0.5), Curves.of(FOUR).gain().get(1));
  }

  @Test
  void tiesAreOnePoint() {
    BinaryPredictions tied = BinaryPredictions.of(new double[] {0, 1}, new double[] {0.5, 0.5});

    assertEquals(List.of(new Point(0, 0), new Point(1, 1)), Curves.of(tied).roc());
  }

  @Test
  void areaUnderTheThinnedRocIsTheAuc() {
    BinaryPredictions predictions = MetricsTest.random(20_000, 10_000);

    List<Point> roc = Curves.of(predictions).roc();

    double area = 0;
    for (int i = 1; i < roc.size(); i++) {
      area += (roc.get(i).x() - roc.get(i - 1).x()) * (roc.get(i).y() + roc.get(i - 1).y()) / 2;
    }
    assertTrue(roc.size() < 520, "points: " + roc.size());
    assertEquals(Metric.AUC.of(predictions, Cutoff.at(0.5)), area, 1e-3);
  }

  @Test
  void calibrationBinsCoverEveryRowOnce() {
    List<CalibrationBin> bins = Curves.of(MetricsTest.random(1000, 300)).calibration();

    assertEquals(1000, bins.stream().mapToLong(CalibrationBin::rows).sum());
    assertEquals(10, bins.size());
  }

  @Test
  void calibrationErrorIsTheMeanDistanceOfTheBins() {
    BinaryPredictions predictions = MetricsTest.random(1000, 7);

    double error =
        Curves.of(predictions).calibration().stream()
            .mapToDouble(bin -> Math.abs(bin.probability() - bin.frequency()) * bin.rows() / 1000)
            .sum();

    assertEquals(Metric.CALIBRATION_ERROR.of(predictions, Cutoff.at(0.5)), error, 1e-12);
  }

  @Test
  void theIntervalOfABinIsWilsons() {
    double[] labels = new double[20];
    labels[0] = 1;

    CalibrationBin bin =
        Curves.of(BinaryPredictions.of(labels, new double[20])).calibration().getFirst();

    // scipy.stats.binomtest(1, 20).proportion_ci(method="wilson")
    assertEquals(0.008881448, bin.lower(), 1e-9);
    assertEquals(0.236131193, bin.upper(), 1e-9);
  }

  @Test
  void aHistogramCountsEveryRowOnce() {
    ScoreHistogram histogram = ScoreHistogram.of(MetricsTest.random(1000, 300), 30);

    long counted =
        Arrays.stream(histogram.negatives()).sum() + Arrays.stream(histogram.positives()).sum();
    assertEquals(1000, counted);
  }

  @Test
  void aHistogramOfOneProbabilityHasOneBin() {
    ScoreHistogram histogram =
        ScoreHistogram.of(BinaryPredictions.of(new double[] {0, 1}, new double[] {0.4, 0.4}), 10);

    assertEquals(1, histogram.negatives()[0]);
    assertEquals(1, histogram.positives()[0]);
  }
}
