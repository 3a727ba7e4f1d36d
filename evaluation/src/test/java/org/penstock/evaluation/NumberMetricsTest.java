package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penstock.dataset.Grouping;
import org.penstock.evaluation.NumberPredictions.Band;
import org.penstock.row.Task;

class NumberMetricsTest {

  private static final Cutoff NONE = Cutoff.at(1);
  private static final double[] TARGETS = {3, -.5, 2, 7, 4.2, 1};
  private static final double[] SAID = {2.5, 0, 2, 8, 4, 1.5};

  /** The constants are those of scikit-learn 1.9.1 for the arrays above. */
  @Test
  void agreesWithScikitLearn() {
    Map<Metric, Double> metrics = Metrics.of(NumberPredictions.of(TARGETS, SAID), NONE);

    assertEquals(0.45, metrics.get(Metric.MAE), 1e-15);
    assertEquals(0.5461989869391313, metrics.get(Metric.RMSE), 1e-15);
    assertEquals(0.9479777185759264, metrics.get(Metric.R2), 1e-15);
    assertEquals(0.30952380952380953, metrics.get(Metric.MAPE), 1e-15);
    assertEquals(0.21666666666666665, metrics.get(Metric.BIAS), 1e-15);
    assertFalse(metrics.containsKey(Metric.COVERAGE));
  }

  @Test
  void aPercentageOfZeroIsNotDefined() {
    NumberPredictions zero = NumberPredictions.of(new double[] {0, 2}, new double[] {1, 2});

    assertTrue(Double.isNaN(Metric.MAPE.of(zero, NONE)));
    assertEquals(0.5, Metric.MAE.of(zero, NONE));
  }

  @Test
  void ofAConstantNothingIsExplained() {
    NumberPredictions constant = NumberPredictions.of(new double[] {2, 2}, new double[] {1, 2});

    assertTrue(Double.isNaN(Metric.R2.of(constant, NONE)));
  }

  @Test
  void theEndsOfAnIntervalAreInside() {
    Band band = new Band(new double[] {1, 1, 1, 1}, new double[] {3, 3, 3, 5});
    NumberPredictions predictions =
        new NumberPredictions(
            new double[] {1, 3, 3.5, 0.5}, new double[4], Predictions.alone(4), Optional.of(band));

    Map<Metric, Double> metrics = Metrics.of(predictions, NONE);

    assertEquals(0.5, metrics.get(Metric.COVERAGE));
    assertEquals(2.5, metrics.get(Metric.INTERVAL_WIDTH));
    assertEquals(1, Metric.COVERAGE.of(predictions.rows(new int[] {1, 0}), NONE));
  }

  @Test
  void aWeightIsWorthThatManyCopies() {
    NumberPredictions predictions =
        new NumberPredictions(TARGETS, SAID, new Grouping(new int[] {0, 1, 0, 1, 2, 2}, 3));

    double[] weighted = new double[Metric.values().length];
    Measurable.of(predictions, NONE).measure(new int[] {3, 0, 1}, weighted);

    NumberPredictions copies = predictions.rows(new int[] {0, 2, 0, 2, 0, 2, 4, 5});
    for (Metric metric : Measurable.of(predictions, NONE).metrics()) {
      assertEquals(metric.of(copies, NONE), weighted[metric.ordinal()], 1e-14, metric.key());
    }
  }

  @Test
  void aGroupWithAZeroThatIsNotDrawnLeavesThePercentageDefined() {
    NumberPredictions predictions =
        new NumberPredictions(
            new double[] {0, 2}, new double[] {1, 3}, new Grouping(new int[] {0, 1}, 2));

    double[] weighted = new double[Metric.values().length];
    Measurable.of(predictions, NONE).measure(new int[] {0, 2}, weighted);

    assertEquals(0.5, weighted[Metric.MAPE.ordinal()]);
  }

  @Test
  void biasAndCoverageCannotChoose() {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> Metric.choosing("bias", Task.NUMBER));

    assertEquals(
        "'bias' cannot choose among models of a number; what can is mae, rmse, r2, mape",
        thrown.getMessage());
    assertFalse(Metric.COVERAGE.isBetter(0.9, 0.1) || Metric.COVERAGE.isBetter(0.1, 0.9));
  }

  @Test
  void aMetricOfAnotherTaskIsRefused() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Metric.AUC.of(NumberPredictions.of(TARGETS, SAID), NONE));

    assertEquals("Predictions of a number have no 'auc'", thrown.getMessage());
  }

  @Test
  void refusesAPredictionThatIsNotFinite() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> NumberPredictions.of(new double[] {1}, new double[] {Double.NaN}));

    assertEquals(
        "Row 0 was 1.0 and is predicted NaN, expected finite numbers", thrown.getMessage());
  }

  @Test
  void refusesAnIntervalUpsideDown() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new Band(new double[] {2}, new double[] {1}));

    assertEquals("Interval of row 0 goes from 2.0 to 1.0", thrown.getMessage());
  }

  @Test
  void aSpreadDividesByOneLess() {
    Spread spread = Spread.of(List.of(1.0, 2.0, 6.0));

    assertEquals(new Spread(3, Math.sqrt(7), 1, 6), spread);
  }
}
