package org.penstock.model;

/**
 * How much of the errors of one period is left in the next: the slope through 0 of errors over
 * those a period before. Grows with every period that has passed, and so never knows the future.
 */
final class ErrorCarry {

  /** More would carry an error on for ever. */
  private static final double MOST = 0.95;

  private double products;
  private double squares;

  /** Returns the slope by what was added, in [0, 0.95]; 0 at first. */
  double value() {
    return squares == 0 ? 0 : Math.clamp(products / squares, 0, MOST);
  }

  /**
   * Adds a period.
   *
   * @param earlier errors of the period before, NaN where a row was absent
   * @param later errors of the period, as many
   */
  void add(double[] earlier, double[] later) {
    for (int i = 0; i < earlier.length; i++) {
      if (!Double.isNaN(earlier[i] * later[i])) {
        products += earlier[i] * later[i];
        squares += earlier[i] * earlier[i];
      }
    }
  }
}
