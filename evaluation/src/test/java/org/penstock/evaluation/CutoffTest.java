package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffTest {

  private static final BinaryPredictions FOUR =
      BinaryPredictions.of(new double[] {0, 1, 0, 1}, new double[] {0.1, 0.3, 0.5, 0.7});

  @ParameterizedTest
  @CsvSource({"1, 1, 0.7", "1, 20, 0.3", "20, 1, 0.7"})
  void choosesTheCheapestThreshold(double falsePositive, double falseNegative, double expected) {
    assertEquals(expected, Cutoff.cheapest(FOUR, falsePositive, falseNegative).threshold());
  }

  @Test
  void callsNothingPositiveWhereThatIsCheapest() {
    BinaryPredictions hopeless =
        BinaryPredictions.of(new double[] {0, 1, 0, 0}, new double[] {0.7, 0.3, 0.5, 0.6});

    assertEquals(1, Cutoff.cheapest(hopeless, 1, 1).threshold());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1})
  void noThresholdIsCheaperThanTheChosen(double threshold) {
    BinaryPredictions predictions = MetricsTest.random(400, 50);
    Cutoff chosen = Cutoff.cheapest(predictions, 1, 3);

    double least = Metric.EXPECTED_COST.of(predictions, chosen);

    assertTrue(least <= Metric.EXPECTED_COST.of(predictions, new Cutoff(threshold, 1, 3)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.01, 1.01})
  void refusesAThresholdThatIsNoProbability(double threshold) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Cutoff.at(threshold));

    assertEquals(
        "A threshold must lie in [0, 1], got %s".formatted(threshold), thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
  void refusesACostThatIsNone(double cost) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Cutoff(0.5, 1, cost));

    assertEquals(
        "The cost of a false negative must be a finite number, at least 0, got " + cost,
        thrown.getMessage());
  }
}
