package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.dataset.Grouping;
import org.penstock.row.Task;

class BootstrapTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(400, 0.95, 3);
  private static final Cutoff HALF = Cutoff.at(0.5);

  @Test
  void equalSeedsGiveEqualIntervals() {
    BinaryPredictions predictions = MetricsTest.random(300, 20);

    assertEquals(BOOTSTRAP.estimate(predictions, HALF), BOOTSTRAP.estimate(predictions, HALF));
  }

  @Test
  void otherSeedsGiveOtherIntervals() {
    BinaryPredictions predictions = MetricsTest.random(300, 20);

    Estimate other = new Bootstrap(400, 0.95, 4).estimate(predictions, HALF).get(Metric.AUC);

    assertTrue(other.lower() != BOOTSTRAP.estimate(predictions, HALF).get(Metric.AUC).lower());
  }

  @Test
  void aMeanHasTheIntervalOfTheNormalDistribution() {
    double[] labels =
        new SplittableRandom(1).doubles(4000).map(value -> value < 0.3 ? 1 : 0).toArray();
    double[] always = new double[4000];
    Arrays.fill(always, 1);

    Estimate share =
        new Bootstrap(2000, 0.95, 3)
            .estimate(BinaryPredictions.of(labels, always), HALF)
            .get(Metric.ACCURACY);

    double expected = 1.96 * Math.sqrt(share.value() * (1 - share.value()) / 4000);
    assertEquals(expected, (share.upper() - share.lower()) / 2, expected * 0.1);
  }

  @Test
  void rowsOfAGroupAreDrawnTogether() {
    BinaryPredictions alone = MetricsTest.random(300, 20);
    int[] copies = IntStream.range(0, 3000).map(i -> i / 10).toArray();

    Estimate grouped = BOOTSTRAP.estimate(alone.rows(copies), HALF).get(Metric.AUC);

    Estimate single = BOOTSTRAP.estimate(alone, HALF).get(Metric.AUC);
    assertEquals(single.lower(), grouped.lower(), 1e-12);
    assertEquals(single.upper(), grouped.upper(), 1e-12);
  }

  /** Not the calibration error, whose bins stay those of the rows as they are. */
  @ParameterizedTest
  @MethodSource("metricsOfTwoClasses")
  void aWeightIsWorthThatManyCopies(Metric metric) {
    BinaryPredictions predictions = MetricsTest.random(200, 15);
    int[] weights = new SplittableRandom(9).ints(200, 0, 4).toArray();
    int[] copies =
        IntStream.range(0, 200)
            .flatMap(row -> IntStream.generate(() -> row).limit(weights[row]))
            .toArray();

    double[] weighted = new double[Metric.values().length];
    new RankedRows(predictions, HALF).measure(weights, weighted);

    assertEquals(metric.of(predictions.rows(copies), HALF), weighted[metric.ordinal()], 1e-12);
  }

  static Stream<Metric> metricsOfTwoClasses() {
    return Metric.of(Task.BINARY).stream().filter(metric -> metric != Metric.CALIBRATION_ERROR);
  }

  @Test
  void aModelComparedWithItselfDiffersByNothing() {
    BinaryPredictions predictions = MetricsTest.random(300, 20);

    Estimate difference =
        BOOTSTRAP.draw(measured(predictions, predictions)).difference(0, 1).get(Metric.AUC);

    assertEquals(new Estimate(0, 0, 0), difference);
  }

  @Test
  void aDifferenceOnTheSameDrawsIsNarrowerThanItsParts() {
    BinaryPredictions predictions = MetricsTest.random(300, 20);
    SplittableRandom random = new SplittableRandom(2);
    BinaryPredictions worse =
        predictions.with(
            Arrays.stream(predictions.probabilities())
                .map(p -> Math.clamp(p + 0.2 * random.nextGaussian(), 0, 1))
                .toArray());

    var draws = BOOTSTRAP.draw(measured(predictions, worse));

    Estimate difference = draws.difference(0, 1).get(Metric.AUC);
    Estimate part = draws.estimates().getFirst().get(Metric.AUC);
    assertTrue(difference.lower() > 0, difference::toString);
    assertTrue(difference.upper() - difference.lower() < part.upper() - part.lower());
  }

  @Test
  void anIntervalThatFewDrawsDefineIsNotDefined() {
    double[] labels = new double[50];
    labels[7] = 1;
    BinaryPredictions one =
        BinaryPredictions.of(labels, new SplittableRandom(1).doubles(50).toArray());

    Estimate auc = BOOTSTRAP.estimate(one, HALF).get(Metric.AUC);

    assertTrue(Double.isFinite(auc.value()));
    assertTrue(Double.isNaN(auc.lower()) && Double.isNaN(auc.upper()));
  }

  @Test
  void refusesToShareDrawsBetweenDifferentGroupings() {
    BinaryPredictions predictions = MetricsTest.random(4, 2);
    BinaryPredictions grouped =
        new BinaryPredictions(
            predictions.labels(),
            predictions.probabilities(),
            new Grouping(new int[] {0, 0, 1, 1}, 2));

    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> BOOTSTRAP.draw(measured(predictions, grouped)));

    assertEquals("Predictions of 4 and of 2 groups cannot share draws", thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, Double.NaN})
  void refusesAConfidenceThatIsNone(double confidence) {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(200, confidence, 1));

    assertEquals("Confidence must lie in (0, 1), got " + confidence, thrown.getMessage());
  }

  @Test
  void refusesTooFewResamples() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Bootstrap(19, 0.95, 1));

    assertEquals("A bootstrap needs at least 20 resamples, got 19", thrown.getMessage());
  }

  private static List<Measurable> measured(BinaryPredictions... predictions) {
    return Arrays.stream(predictions).map(each -> Measurable.of(each, HALF)).toList();
  }
}
