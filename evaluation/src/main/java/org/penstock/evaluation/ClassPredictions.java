package org.penstock.evaluation;

import org.penstock.dataset.Grouping;
import org.penstock.row.Task;

/**
 * Which of several labels happened and how probable a model called each, row by row. Arrays are
 * shared, not copied.
 *
 * @param labels codes from 0
 * @param probabilities row by row one a label, at least 3, each in [0, 1], of a row 1 in all but
 *     for rounding
 * @param groups which rows belong together: they are drawn together by a bootstrap
 */
public record ClassPredictions(double[] labels, double[] probabilities, Grouping groups)
    implements Predictions {

  /** Probabilities that were rounded to floats still belong together. */
  private static final double ROUNDING = 1e-4;

  public ClassPredictions {
    int classes = probabilities.length / Math.max(1, labels.length);
    Predictions.check(labels, probabilities, classes, groups);
    for (int row = 0; row < labels.length; row++) {
      if (!(labels[row] >= 0 && labels[row] < classes) || labels[row] != (int) labels[row]) {
        throw new IllegalArgumentException(
            "Label of row %d is %s, expected one of %d codes".formatted(row, labels[row], classes));
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        double probability = probabilities[row * classes + k];
        sum += probability >= 0 && probability <= 1 ? probability : Double.NaN;
      }
      if (!(Math.abs(sum - 1) <= ROUNDING)) {
        throw new IllegalArgumentException(
            "Probabilities of row %d are %s in all, expected 1".formatted(row, sum));
      }
    }
  }

  /** Returns predictions in which every row stands for itself. */
  public static ClassPredictions of(double[] labels, double[] probabilities) {
    return new ClassPredictions(labels, probabilities, Predictions.alone(labels.length));
  }

  @Override
  public Task task() {
    return Task.CLASSES;
  }

  @Override
  public double[] outputs() {
    return probabilities;
  }

  /** Returns how many labels there are. */
  public int classes() {
    return width();
  }

  /** Returns the code of the most probable label of {@code row}; of equal ones the first. */
  public int called(int row) {
    int classes = classes();
    int called = 0;
    for (int k = 1; k < classes; k++) {
      if (probabilities[row * classes + k] > probabilities[row * classes + called]) {
        called = k;
      }
    }
    return called;
  }

  @Override
  public ClassPredictions with(double[] probabilities) {
    return new ClassPredictions(labels, probabilities, groups);
  }

  @Override
  public ClassPredictions rows(int[] indices) {
    return new ClassPredictions(
        Predictions.take(labels, 1, indices),
        Predictions.take(probabilities, classes(), indices),
        Predictions.take(groups, indices));
  }
}
