package org.penstock.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.penstock.config.CellsTerm;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.CellsScorer;

/**
 * Averages of a number by cell, and slopes by cell: each term is fitted to what the others leave
 * over, in turn, a few times.
 *
 * <p>A value of a cell is drawn to 0 as if {@code shrinkage} rows more had fallen into it that left
 * nothing over; so a seldom cell says little, and the terms before it answer.
 *
 * @param terms in the order in which they are fitted
 * @param median whether the middle of a cell is its median; else its mean
 */
record CellsTrainer(List<CellsTerm> terms, boolean median) implements Trainer {

  private static final int PASSES = 4;

  CellsTrainer {
    terms = List.copyOf(terms);
  }

  /** One term while it is fitted: the cell and the factor of each row, and what it says now. */
  private static final class Fit {
    private final CellsScorer.Term shape;
    private final double shrinkage;
    private final int[] cells;
    private final double[] factors;
    private final double[] said;
    private double[] values;

    Fit(CellsScorer.Term shape, double shrinkage, Examples examples) {
      this.shape = shape;
      this.shrinkage = shrinkage;
      this.values = shape.values();
      this.cells = new int[examples.rows()];
      this.factors = new double[examples.rows()];
      this.said = new double[examples.rows()];
      double[] row = new double[examples.features().size()];
      for (int i = 0; i < cells.length; i++) {
        examples.example(i, row);
        cells[i] = shape.cell(row);
        factors[i] = cells[i] < 0 ? 0 : shape.factor(row);
      }
    }

    private void say() {
      for (int i = 0; i < said.length; i++) {
        said[i] = cells[i] < 0 ? 0 : values[cells[i]] * factors[i];
      }
    }

    CellsScorer.Term term() {
      return new CellsScorer.Term(
          shape.by(), shape.first(), shape.sizes(), shape.of(), shape.mean(), values);
    }
  }

  @Override
  public String description() {
    return "Averages by cell";
  }

  @Override
  public Learned train(Examples examples, int threads) {
    return new Learned(fitted(examples));
  }

  private CellsScorer fitted(Examples examples) {
    double[] all = examples.labels();
    double base = median ? median(all.clone(), all.length) : mean(all);
    List<Fit> fits =
        terms.stream()
            .map(term -> new Fit(shape(term, examples), term.shrinkage(), examples))
            .toList();
    double[] left = new double[examples.rows()];
    for (int pass = 0; pass < PASSES; pass++) {
      for (Fit fit : fits) {
        leave(examples, base, fits, fit, left);
        fit.values =
            median && fit.shape.of().isEmpty()
                ? medians(fit, left)
                : slopes(fit, left, examples.weights());
        fit.say();
      }
    }
    return new CellsScorer(
        base, fits.stream().map(Fit::term).toList(), categories(examples.features()));
  }

  /** Computes what all terms but {@code without} leave over. */
  private static void leave(
      Examples examples, double base, List<Fit> fits, Fit without, double[] left) {
    for (int row = 0; row < left.length; row++) {
      double rest = examples.labels()[row] - base;
      for (Fit fit : fits) {
        rest -= fit == without ? 0 : fit.said[row];
      }
      left[row] = rest;
    }
  }

  /** Least squares with a penalty; where the factor is 1, this is the mean. */
  private static double[] slopes(Fit fit, double[] left, float[] weights) {
    double[] sums = new double[fit.values.length];
    double[] squares = new double[fit.values.length];
    double spread = fit.shape.of().isEmpty() ? 1 : meanSquare(fit.factors);
    for (int row = 0; row < left.length; row++) {
      if (fit.cells[row] >= 0) {
        sums[fit.cells[row]] += weights[row] * fit.factors[row] * left[row];
        squares[fit.cells[row]] += weights[row] * fit.factors[row] * fit.factors[row];
      }
    }
    for (int cell = 0; cell < sums.length; cell++) {
      double divisor = squares[cell] + fit.shrinkage * spread;
      sums[cell] = divisor == 0 ? 0 : sums[cell] / divisor;
    }
    return sums;
  }

  private static double[] medians(Fit fit, double[] left) {
    int[] starts = new int[fit.values.length + 1];
    for (int cell : fit.cells) {
      if (cell >= 0) {
        starts[cell + 1]++;
      }
    }
    for (int cell = 0; cell < fit.values.length; cell++) {
      starts[cell + 1] += starts[cell];
    }
    double[] sorted = new double[starts[fit.values.length]];
    int[] filled = starts.clone();
    for (int row = 0; row < left.length; row++) {
      if (fit.cells[row] >= 0) {
        sorted[filled[fit.cells[row]]++] = left[row];
      }
    }
    double[] medians = new double[fit.values.length];
    for (int cell = 0; cell < medians.length; cell++) {
      double[] own = Arrays.copyOfRange(sorted, starts[cell], starts[cell + 1]);
      double share = own.length == 0 ? 0 : own.length / (own.length + fit.shrinkage);
      medians[cell] = own.length == 0 ? 0 : share * median(own, own.length);
    }
    return medians;
  }

  private static double median(double[] values, int count) {
    Arrays.sort(values);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double meanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }

  private static boolean[] categories(List<Column> features) {
    boolean[] categories = new boolean[features.size()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = features.get(i).kind() == Kind.CATEGORY;
    }
    return categories;
  }

  /** Lays out the cells of a term over the values that occur. */
  private static CellsScorer.Term shape(CellsTerm term, Examples examples) {
    List<Integer> by = new ArrayList<>();
    term.by().forEach(name -> by.add(indexOf(name, examples.features())));
    int[] first = new int[by.size()];
    int[] sizes = new int[by.size()];
    int cells = 1;
    for (int i = 0; i < first.length; i++) {
      CellRange range =
          CellRange.of(examples.features().get(by.get(i)), examples.values()[by.get(i)]);
      first[i] = range.first();
      sizes[i] = range.size();
      cells = Math.multiplyExact(cells, sizes[i]);
    }
    OptionalInt of =
        term.of().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(indexOf(term.of(), examples.features()));
    return new CellsScorer.Term(
        by.stream().mapToInt(i -> i).toArray(),
        first,
        sizes,
        of,
        of.isEmpty() ? 0 : presentMean(examples.values()[of.getAsInt()]),
        new double[cells]);
  }

  private static double presentMean(double[] values) {
    return mean(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
  }

  static int indexOf(String name, List<Column> features) {
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new InvalidDatasetException(
        List.of(
            "A term of cells names '%s', and the features are %s"
                .formatted(name, features.stream().map(Column::name).toList())));
  }
}
