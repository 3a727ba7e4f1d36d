package org.penstock.evaluation;

/**
 * A value and the interval that a bootstrap puts around it.
 *
 * @param value of the rows as they are, NaN where they do not define it
 * @param lower end of the interval, NaN where too few resamples define it
 * @param upper end of the interval, NaN likewise
 */
public record Estimate(double value, double lower, double upper) {

  /** Returns whether {@code other} lies in the interval, ends included; NaN never does. */
  public boolean includes(double other) {
    return lower <= other && other <= upper;
  }
}
