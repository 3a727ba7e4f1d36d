package org.penstock.evaluation;

import java.util.List;

/**
 * The mean of several values of a metric and how far they lie apart.
 *
 * @param mean of the values
 * @param deviation the standard deviation, with one less than their number; NaN of one alone
 * @param least of them
 * @param most of them
 */
public record Spread(double mean, double deviation, double least, double most) {

  /** Takes {@code values}, at least one. */
  public static Spread of(List<Double> values) {
    double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
    double squares = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new Spread(mean, Math.sqrt(squares / (values.size() - 1)), least, most);
  }
}
