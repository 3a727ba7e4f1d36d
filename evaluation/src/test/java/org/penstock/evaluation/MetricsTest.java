package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

  private static final Cutoff HALF = Cutoff.at(0.5);

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"AUC", "AVERAGE_PRECISION", "TOP_DECILE_LIFT"})
  void ranksDoNotChangeWithAMonotoneTransformation(Metric metric) {
    BinaryPredictions predictions = random(500, 20);

    double transformed = metric.of(mapped(predictions, p -> p * p / 2), HALF);

    assertEquals(metric.of(predictions, HALF), transformed);
  }

  @Test
  void aucOfTheOppositeIsTheRest() {
    BinaryPredictions predictions = random(500, 20);

    double opposite = Metric.AUC.of(mapped(predictions, p -> 1 - p), HALF);

    assertEquals(1, Metric.AUC.of(predictions, HALF) + opposite, 1e-12);
  }

  @Test
  void aucOfSwappedLabelsIsTheRest() {
    BinaryPredictions predictions = random(500, 20);
    double[] swapped = Arrays.stream(predictions.labels()).map(label -> 1 - label).toArray();

    double other = Metric.AUC.of(BinaryPredictions.of(swapped, predictions.probabilities()), HALF);

    assertEquals(1, Metric.AUC.of(predictions, HALF) + other, 1e-12);
  }

  @ParameterizedTest
  @MethodSource("org.penstock.evaluation.BootstrapTest#metricsOfTwoClasses")
  void doesNotDependOnTheOrderOfRows(Metric metric) {
    BinaryPredictions predictions = random(500, 20);
    int[] reversed = new int[500];
    Arrays.setAll(reversed, i -> 499 - i);

    double value = metric.of(predictions.rows(reversed), HALF);

    assertEquals(metric.of(predictions, HALF), value, 1e-12);
  }

  @Test
  void aPerfectModelGetsTheBestOfEverything() {
    Map<Metric, Double> metrics =
        Metrics.of(
            BinaryPredictions.of(new double[] {0, 1, 0, 1}, new double[] {0, 1, 0, 1}), HALF);

    assertAll(
        () -> assertEquals(1, metrics.get(Metric.AUC)),
        () -> assertEquals(1, metrics.get(Metric.AVERAGE_PRECISION)),
        () -> assertEquals(0, metrics.get(Metric.LOG_LOSS), 1e-15),
        () -> assertEquals(0, metrics.get(Metric.BRIER)),
        () -> assertEquals(0, metrics.get(Metric.CALIBRATION_ERROR)),
        () -> assertEquals(2, metrics.get(Metric.TOP_DECILE_LIFT)),
        () -> assertEquals(1, metrics.get(Metric.ACCURACY)),
        () -> assertEquals(1, metrics.get(Metric.F1)),
        () -> assertEquals(0, metrics.get(Metric.EXPECTED_COST)));
  }

  @Test
  void oneProbabilityForAllRanksNothing() {
    Map<Metric, Double> metrics =
        Metrics.of(
            BinaryPredictions.of(new double[] {1, 0, 0, 0}, new double[] {0.3, 0.3, 0.3, 0.3}),
            HALF);

    assertAll(
        () -> assertEquals(0.5, metrics.get(Metric.AUC)),
        () -> assertEquals(0.25, metrics.get(Metric.AVERAGE_PRECISION)),
        () -> assertEquals(1, metrics.get(Metric.TOP_DECILE_LIFT), 1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aucOfOneClassIsNotDefined(double label) {
    BinaryPredictions predictions =
        BinaryPredictions.of(new double[] {label, label}, new double[] {0.2, 0.7});

    assertTrue(Double.isNaN(Metric.AUC.of(predictions, HALF)));
  }

  @Test
  void precisionOfAModelThatNeverSaysYesIsNotDefined() {
    BinaryPredictions predictions =
        BinaryPredictions.of(new double[] {0, 1}, new double[] {0.2, 0.3});

    assertTrue(Double.isNaN(Metric.PRECISION.of(predictions, HALF)));
  }

  @Test
  void aProbabilityAtTheThresholdIsPositive() {
    BinaryPredictions predictions =
        BinaryPredictions.of(new double[] {0, 1}, new double[] {0.2, 0.5});

    assertEquals(1, Metric.RECALL.of(predictions, HALF));
  }

  @Test
  void oneRowIsEnoughForTheMetricsThatItDefines() {
    BinaryPredictions one = BinaryPredictions.of(new double[] {1}, new double[] {0.8});

    assertEquals(1, Metric.ACCURACY.of(one, HALF));
  }

  @Test
  void costsFollowTheKindOfMistake() {
    BinaryPredictions predictions =
        BinaryPredictions.of(new double[] {0, 0, 1, 1}, new double[] {0.9, 0.1, 0.2, 0.8});

    assertEquals((2.0 + 7.0) / 4, Metric.EXPECTED_COST.of(predictions, new Cutoff(0.5, 2, 7)));
  }

  @Test
  void namesAreThoseOfTheConfiguration() {
    assertEquals(Metric.AVERAGE_PRECISION, Metric.named("average-precision"));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Metric.named("roc"));

    assertEquals(
        "No metric 'roc'; there are auc, average-precision, macro-f1, balanced-accuracy, log-loss,"
            + " brier, calibration-error, top-decile-lift, accuracy, precision, recall, f1,"
            + " expected-cost, mae, rmse, bias, r2, mape, coverage, interval-width",
        thrown.getMessage());
  }

  @Test
  void lessIsBetterWhereAMetricCountsMistakes() {
    assertAll(
        () -> assertTrue(Metric.BRIER.isBetter(0.1, 0.2)),
        () -> assertTrue(Metric.AUC.isBetter(0.2, 0.1)),
        () -> assertFalse(Metric.AUC.isBetter(0.1, 0.1)),
        () -> assertFalse(Metric.BRIER.isBetter(Double.NaN, 0.2)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoProbability(double probability) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> BinaryPredictions.of(new double[] {0, 1}, new double[] {0.5, probability}));

    assertEquals(
        "Probability of row 1 is %s, expected a number in [0, 1]".formatted(probability),
        thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 2, 0.5, -1})
  void refusesWhatIsNoLabel(double label) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> BinaryPredictions.of(new double[] {label, 1}, new double[] {0.5, 0.5}));

    assertEquals("Label of row 0 is %s, expected 0 or 1".formatted(label), thrown.getMessage());
  }

  @Test
  void refusesNoRowsAtAll() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> BinaryPredictions.of(new double[0], new double[0]));

    assertEquals("There are no predictions to judge", thrown.getMessage());
  }

  @Test
  void negativeZeroIsAProbabilityLikeZero() {
    BinaryPredictions predictions =
        BinaryPredictions.of(new double[] {1, 0}, new double[] {-0.0, 0.0});

    assertEquals(0.5, Metric.AUC.of(predictions, HALF));
  }

  static BinaryPredictions random(int rows, int distinct) {
    SplittableRandom random = new SplittableRandom(5);
    double[] labels = new double[rows];
    double[] probabilities = new double[rows];
    for (int i = 0; i < rows; i++) {
      probabilities[i] = random.nextInt(distinct) / (double) distinct;
      labels[i] = random.nextDouble() < probabilities[i] ? 1 : 0;
    }
    return BinaryPredictions.of(labels, probabilities);
  }

  private static BinaryPredictions mapped(
      BinaryPredictions predictions, DoubleUnaryOperator operator) {
    return predictions.with(Arrays.stream(predictions.probabilities()).map(operator).toArray());
  }
}
