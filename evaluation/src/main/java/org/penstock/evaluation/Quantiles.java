package org.penstock.evaluation;

/** Quantiles between sorted numbers, type 7 of Hyndman and Fan (1996), as numpy has them. */
final class Quantiles {

  private Quantiles() {}

  /**
   * Returns the number below which a share of {@code quantile} lies.
   *
   * @param sorted ascending, at least one
   * @param quantile in [0, 1]
   */
  static double of(double[] sorted, double quantile) {
    double position = quantile * (sorted.length - 1);
    int below = (int) position;
    if (below == sorted.length - 1) {
      return sorted[below];
    }
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }
}
