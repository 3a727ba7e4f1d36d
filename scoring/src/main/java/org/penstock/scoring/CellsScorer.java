package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * Averages by cell: a number is the sum of a base and of what each term says of the cell that a row
 * falls into.
 *
 * <p>A later term says what the earlier ones left over, so that a cell that was never seen, or
 * seldom, falls back on them.
 *
 * @param base what all rows begin with
 * @param terms at least one
 * @param categories which features are categories; one entry a feature
 */
public record CellsScorer(double base, List<Term> terms, boolean[] categories) implements Scorer {

  /**
   * What the cells of some features add.
   *
   * @param by features whose values together name a cell, at least one; whole numbers, or codes of
   *     levels
   * @param first the least value of each of them
   * @param sizes how many values each of them has, from the first on
   * @param of the feature that is multiplied with what the cell says; empty: nothing is
   * @param mean of that feature, which is subtracted from it
   * @param values one a cell; the last of {@code by} varies first. 0 where no row fell into the
   *     cell
   */
  public record Term(
      int[] by, int[] first, int[] sizes, OptionalInt of, double mean, double[] values) {

    public Term {
      requireNonNull(of, "of");
      by = by.clone();
      first = first.clone();
      sizes = sizes.clone();
      values = values.clone();
      long cells = 1;
      for (int size : sizes) {
        cells *= Math.max(size, 0);
      }
      if (by.length == 0 || by.length != first.length || by.length != sizes.length) {
        throw new IllegalArgumentException(
            "A term of cells by %d features has %d first values and %d sizes"
                .formatted(by.length, first.length, sizes.length));
      }
      if (cells != values.length || !Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "A term of %d cells has %d values and the mean %s"
                .formatted(cells, values.length, mean));
      }
      for (double value : values) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("A term of cells has the value %s".formatted(value));
        }
      }
    }

    /**
     * Returns the cell of {@code row}, or -1 if it has none: a value is missing or was never seen.
     */
    public int cell(double[] row) {
      int cell = 0;
      for (int i = 0; i < by.length; i++) {
        double place = row[by[i]] - first[i];
        if (!(place >= 0 && place < sizes[i]) || place != Math.rint(place)) {
          return -1;
        }
        cell = cell * sizes[i] + (int) place;
      }
      return cell;
    }

    /** Returns what the value of a cell is multiplied with; 0 where it is missing. */
    public double factor(double[] row) {
      if (of.isEmpty()) {
        return 1;
      }
      double value = row[of.getAsInt()];
      return Double.isNaN(value) ? 0 : value - mean;
    }

    double of(double[] row) {
      int cell = cell(row);
      return cell < 0 ? 0 : values[cell] * factor(row);
    }

    private int greatestFeature() {
      int greatest = of.orElse(0);
      for (int feature : by) {
        greatest = Math.max(greatest, feature);
      }
      return greatest;
    }
  }

  public CellsScorer {
    terms = List.copyOf(terms);
    categories = categories.clone();
    if (terms.isEmpty() || !Double.isFinite(base)) {
      throw new IllegalArgumentException(
          "Cells have %d terms and the base %s".formatted(terms.size(), base));
    }
    for (Term term : terms) {
      if (term.greatestFeature() >= categories.length) {
        throw new IllegalArgumentException(
            "A term of cells reads feature %d of %d"
                .formatted(term.greatestFeature(), categories.length));
      }
    }
  }

  @Override
  public int features() {
    return categories.length;
  }

  @Override
  public boolean isCategory(int feature) {
    return categories[feature];
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public double output(double[] row, int output) {
    double sum = base;
    for (int i = 0; i < terms.size(); i++) {
      sum += terms.get(i).of(row);
    }
    return sum;
  }
}
