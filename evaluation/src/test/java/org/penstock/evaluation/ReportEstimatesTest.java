package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.dataset.Grouping;

class ReportEstimatesTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 0.9, 3);

  /** Ten people of four rows: two found, one missed, one called in vain. */
  private static final double[] LABELS = repeated(1, 1, 1, 0);

  private static final double[] PROBABILITIES = repeated(.9, .5, .2, .5);

  @Test
  void peopleWhoAreAlikeLeaveNothingToChance() {
    ReportEstimates report =
        ReportEstimates.of(predictions(row -> row / 4), Cutoff.at(0.5), BOOTSTRAP);

    Estimate twoThirds = new Estimate(2 / 3.0, 2 / 3.0, 2 / 3.0);
    assertEquals(twoThirds, report.labels().get(1).precision());
    assertEquals(twoThirds, report.labels().get(1).recall());
    assertEquals(twoThirds, report.labels().get(1).f1());
    assertEquals(new Estimate(0, 0, 0), report.labels().get(0).recall());
    assertEquals(1 / 3.0, report.macro().f1().value(), 1e-15);
    assertEquals(0.5, report.weighted().recall().value(), 1e-15);
  }

  @Test
  void rowsOnTheirOwnVary() {
    Estimate recall =
        ReportEstimates.of(predictions(row -> row), Cutoff.at(0.5), BOOTSTRAP)
            .labels()
            .get(1)
            .recall();

    // Of about 30 rows a share of 2/3 has a deviation of .086; nine of ten lie within 1.64 of them.
    assertEquals(2 / 3.0, recall.value(), 1e-15);
    assertEquals(2 / 3.0 - 1.64 * .086, recall.lower(), 0.04);
    assertEquals(2 / 3.0 + 1.64 * .086, recall.upper(), 0.04);
  }

  @Test
  void macroF1IsTheMetricOfThatName() {
    double[] labels = IntStream.range(0, 60).mapToDouble(row -> row % 3).toArray();
    double[] probabilities = new double[180];
    for (int row = 0; row < 60; row++) {
      int called = row % 7 == 0 ? (row + 1) % 3 : row % 3;
      for (int k = 0; k < 3; k++) {
        probabilities[3 * row + k] = k == called ? .6 : .2;
      }
    }
    ClassPredictions predictions = ClassPredictions.of(labels, probabilities);

    Estimate metric = BOOTSTRAP.estimate(predictions, Cutoff.at(.5)).get(Metric.MACRO_F1);
    Estimate macro = ReportEstimates.of(predictions, BOOTSTRAP).macro().f1();

    assertEquals(metric.value(), macro.value(), 1e-12);
    assertEquals(metric.lower(), macro.lower(), 1e-12);
    assertEquals(metric.upper(), macro.upper(), 1e-12);
    assertTrue(macro.lower() < macro.value() && macro.value() < macro.upper());
  }

  private static BinaryPredictions predictions(IntToLongFunction group) {
    return new BinaryPredictions(
        LABELS,
        PROBABILITIES,
        Grouping.of(IntStream.range(0, LABELS.length).mapToLong(group).toArray()));
  }

  private static double[] repeated(double... four) {
    double[] all = new double[40];
    Arrays.setAll(all, row -> four[row % 4]);
    return all;
  }
}
