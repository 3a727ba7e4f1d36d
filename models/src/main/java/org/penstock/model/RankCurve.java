package org.penstock.model;

import java.util.Arrays;
import org.penstock.scoring.Calibration;

/**
 * Where a probability ranks among those that were said of rows nobody had learnt from: 0 below all
 * of them, 1 above. Between the points of the curve it is linear and always rises, so that it
 * changes no order, also outside of what was said.
 */
final class RankCurve {

  /** As fine as an ensemble of lists of thousands needs, and a few kilobytes in a bundle. */
  private static final int POINTS = 1_000;

  private RankCurve() {}

  /**
   * Returns the curve.
   *
   * @param said probabilities, at least one; equal ones get the middle of their ranks
   */
  static Calibration of(double[] said) {
    double[] sorted = said.clone();
    Arrays.sort(sorted);
    int steps = Math.min(POINTS, sorted.length);
    double[] x = new double[steps + 2];
    double[] y = new double[steps + 2];
    int points = 1;
    for (int i = 0; i < steps; i++) {
      double value = sorted[(int) ((long) i * (sorted.length - 1) / Math.max(1, steps - 1))];
      if (value > x[points - 1] && value < 1) {
        x[points] = value;
        y[points++] = rank(sorted, value);
      }
    }
    x[points] = 1;
    y[points++] = 1;
    return new Calibration.Isotonic(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
  }

  /**
   * Returns the share of {@code sorted} that is less than {@code value}, and half of those equal.
   */
  private static double rank(double[] sorted, double value) {
    int below = atMost(sorted, Math.nextDown(value));
    return (below + atMost(sorted, value)) / (2.0 * sorted.length);
  }

  /** Returns how many entries of {@code sorted} are at most {@code value}. */
  private static int atMost(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
