package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

  private final Calibration isotonic =
      new Calibration.Isotonic(new double[] {0.2, 0.4, 0.8}, new double[] {0.1, 0.3, 0.3});

  @ParameterizedTest
  @CsvSource({"0, 0.1", "0.2, 0.1", "0.3, 0.2", "0.4, 0.3", "0.6, 0.3", "0.8, 0.3", "1, 0.3"})
  void isotonicJoinsItsPointsAndIsConstantOutside(double score, double probability) {
    // One rounding of the interpolation.
    assertEquals(probability, isotonic.apply(score), 1e-16);
  }

  @Test
  void plattOfSlopeOneKeepsTheProbability() {
    // Rounding of the logarithm and the exponential.
    assertEquals(0.3, new Calibration.Platt(1, 0).apply(0.3), 1e-15);
  }

  @Test
  void staysInsideZeroAndOneAtTheEnds() {
    for (Calibration calibration : List.of(isotonic, new Calibration.Platt(3, -40))) {
      assertTrue(calibration.apply(0) >= 0);
      assertTrue(calibration.apply(1) <= 1);
    }
  }

  @Test
  void neverDecreases() {
    for (Calibration calibration : List.of(isotonic, new Calibration.Platt(0.3, -2))) {
      double last = 0;
      for (int i = 0; i <= 1_000; i++) {
        double probability = calibration.apply(i / 1_000.0);
        assertTrue(probability >= last);
        last = probability;
      }
    }
  }

  @Test
  void missingStaysMissing() {
    for (Calibration calibration :
        List.of(isotonic, new Calibration.Platt(1, 0), new Calibration.None())) {
      assertTrue(Double.isNaN(calibration.apply(Double.NaN)));
    }
  }

  @Test
  void refusesPointsThatGoDown() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Calibration.Isotonic(new double[] {0.1, 0.2}, new double[] {0.5, 0.4}));

    assertEquals(
        "Isotonic calibration: point 1 (0.2, 0.4) does not go up from the one before",
        thrown.getMessage());
  }

  @Test
  void refusesTwoPointsOfOneScore() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Calibration.Isotonic(new double[] {0.1, 0.1}, new double[] {0.4, 0.5}));
  }
}
