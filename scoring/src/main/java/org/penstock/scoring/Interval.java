package org.penstock.scoring;

import java.util.OptionalInt;

/**
 * How far a number may lie from its prediction: a split conformal interval, of the size that held
 * the wanted part of the errors on rows that the models had not seen. Where errors differ, by the
 * time of day say, each value of a feature has a size of its own.
 *
 * @param confidence the part of all rows that should lie inside, in (0, 1)
 * @param by the feature whose value chooses the size; empty: one size for all
 * @param first the least value of that feature
 * @param sizes half the width of the interval, one a value from the first on; one if there is no
 *     feature
 * @param otherwise for a value that was not seen
 */
public record Interval(
    double confidence, OptionalInt by, int first, double[] sizes, double otherwise) {

  /**
   * Where one number may lie.
   *
   * @param confidence the part of all rows that should lie inside
   */
  public record Band(double lower, double upper, double confidence) {}

  public Interval {
    sizes = sizes.clone();
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence is %s, expected (0, 1)".formatted(confidence));
    }
    for (double size : sizes) {
      if (!(size >= 0) || !Double.isFinite(size)) {
        throw new IllegalArgumentException("An interval has the size %s".formatted(size));
      }
    }
    if (!(otherwise >= 0) || !Double.isFinite(otherwise)) {
      throw new IllegalArgumentException("An interval has the size %s".formatted(otherwise));
    }
  }

  /** Returns where the number of {@code row} may lie, of which {@code number} is predicted. */
  public Band around(double number, double[] row) {
    double size = size(row);
    return new Band(number - size, number + size, confidence);
  }

  /** Returns half the width of the interval of {@code row}. */
  public double size(double[] row) {
    if (by.isEmpty()) {
      return otherwise;
    }
    double place = row[by.getAsInt()] - first;
    return place >= 0 && place < sizes.length && place == Math.rint(place)
        ? sizes[(int) place]
        : otherwise;
  }
}
