package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.TrainSettings;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.Logistic;

class CalibrationFitTest {

  private static final int ROWS = 50_000;

  private final double[] scores = new double[ROWS];
  private final double[] truth = new double[ROWS];
  private final double[] labels = new double[ROWS];

  /** Scores whose log-odds are twice the true ones, and too low by 1. */
  private void draw(long seed, double slope) {
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      double odds = random.nextGaussian() - 1;
      truth[row] = Logistic.sigmoid(odds);
      scores[row] = Logistic.sigmoid((odds + 1) / slope);
      labels[row] = random.nextDouble() < truth[row] ? 1 : 0;
    }
  }

  @Test
  void plattFindsTheLineThatWasBent() {
    draw(1, 0.5);

    Calibration.Platt platt = CalibrationFit.platt(labels, scores);

    // Three standard errors of the estimates from 50,000 rows.
    assertEquals(0.5, platt.slope(), 0.02);
    assertEquals(-1, platt.intercept(), 0.04);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLATT", "ISOTONIC"})
  void bringsScoresNearTheTruth(TrainSettings.Calibration method) {
    draw(2, 0.5);

    Calibration calibration = CalibrationFit.of(method, labels, scores);

    double apart = 0;
    for (int row = 0; row < ROWS; row++) {
      apart += Math.abs(calibration.apply(scores[row]) - truth[row]) / ROWS;
    }
    // The scores themselves are .19 apart.
    assertTrue(apart < 0.02, Double.toString(apart));
  }

  @ParameterizedTest
  @EnumSource(names = {"PLATT", "ISOTONIC"})
  void keepsTheOrderOfRows(TrainSettings.Calibration method) {
    draw(3, 2);

    Calibration calibration = CalibrationFit.of(method, labels, scores);

    double[] calibrated = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      calibrated[row] = calibration.apply(scores[row]);
    }
    // Points between two steps of equal scores may tie in the last bit.
    assertEquals(Aucs.of(labels, scores), Aucs.of(labels, calibrated), 1e-4);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLATT", "ISOTONIC"})
  void doesNotTurnAWorthlessModelRound(TrainSettings.Calibration method) {
    draw(4, -1);

    Calibration calibration = CalibrationFit.of(method, labels, scores);

    double low = calibration.apply(0.1);
    double high = calibration.apply(0.9);
    assertTrue(low <= high);
    double mean = 0;
    for (double label : labels) {
      mean += label / ROWS;
    }
    // A model that knows nothing is answered with the base rate.
    assertEquals(mean, low, 0.01);
    assertEquals(mean, high, 0.01);
  }

  @Test
  void oneLuckyRowAtTheTopIsNoCertainty() {
    draw(5, 1);
    scores[0] = 0.999999;
    labels[0] = 1;

    double probability = CalibrationFit.isotonic(labels, scores).apply(0.999999);

    assertTrue(probability < 0.95, Double.toString(probability));
  }

  @Test
  void scoresThatAreAllEqualGetTheBaseRate() {
    double[] equal = new double[100];
    double[] half = new double[100];
    java.util.Arrays.fill(equal, 0.2);
    java.util.Arrays.fill(half, 0, 50, 1);

    // The ends of the curve rise by a millionth.
    assertEquals(0.5, CalibrationFit.isotonic(half, equal).apply(0.2), 1e-6);
    assertEquals(0.5, CalibrationFit.platt(half, equal).apply(0.2), 1e-6);
  }
}
