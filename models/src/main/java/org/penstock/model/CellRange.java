package org.penstock.model;

import java.util.List;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.row.Column;
import org.penstock.row.Kind;

/**
 * The values of a feature that names cells: the levels of a category, or the whole numbers from the
 * least to the greatest.
 *
 * @param first the least
 * @param size how many there are, at least 1
 */
record CellRange(int first, int size) {

  /** More cells than this are no cells, but a number that was taken for one. */
  private static final int MOST = 100_000;

  /**
   * Finds the range of {@code values}; missing ones have none.
   *
   * @throws InvalidDatasetException if a value is no whole number, or they lie too far apart
   */
  static CellRange of(Column feature, double[] values) {
    if (feature.kind() == Kind.CATEGORY) {
      return new CellRange(0, feature.levels().size());
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value) && value != Math.rint(value)) {
        throw new InvalidDatasetException(
            List.of(
                "Feature '%s' names cells and so has whole numbers, got %s"
                    .formatted(feature.name(), value)));
      }
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    if (least > greatest) {
      return new CellRange(0, 1);
    }
    if (greatest - least >= MOST || Math.abs(least) > Integer.MAX_VALUE) {
      throw new InvalidDatasetException(
          List.of(
              "Feature '%s' names cells and has values from %s to %s, expected at most %d of them"
                  .formatted(feature.name(), least, greatest, MOST)));
    }
    return new CellRange((int) least, (int) (greatest - least) + 1);
  }
}
