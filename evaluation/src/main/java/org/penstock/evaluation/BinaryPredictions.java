package org.penstock.evaluation;

import org.penstock.dataset.Grouping;
import org.penstock.row.Task;

/**
 * Which of two labels happened and how probable a model called the second, row by row. Arrays are
 * shared, not copied.
 *
 * @param labels 0 or 1
 * @param probabilities of label 1, in [0, 1]
 * @param groups which rows belong together: they are drawn together by a bootstrap
 */
public record BinaryPredictions(double[] labels, double[] probabilities, Grouping groups)
    implements Predictions {

  public BinaryPredictions {
    Predictions.check(labels, probabilities, 1, groups);
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != 0 && labels[row] != 1) {
        throw new IllegalArgumentException(
            "Label of row %d is %s, expected 0 or 1".formatted(row, labels[row]));
      }
      if (!(probabilities[row] >= 0 && probabilities[row] <= 1)) {
        throw new IllegalArgumentException(
            "Probability of row %d is %s, expected a number in [0, 1]"
                .formatted(row, probabilities[row]));
      }
    }
  }

  /** Returns predictions in which every row stands for itself. */
  public static BinaryPredictions of(double[] labels, double[] probabilities) {
    return new BinaryPredictions(labels, probabilities, Predictions.alone(labels.length));
  }

  @Override
  public Task task() {
    return Task.BINARY;
  }

  @Override
  public double[] outputs() {
    return probabilities;
  }

  /** Returns the share of rows with label 1. */
  public double baseRate() {
    double positives = 0;
    for (double label : labels) {
      positives += label;
    }
    return positives / labels.length;
  }

  @Override
  public BinaryPredictions with(double[] probabilities) {
    return new BinaryPredictions(labels, probabilities, groups);
  }

  @Override
  public BinaryPredictions rows(int[] indices) {
    return new BinaryPredictions(
        Predictions.take(labels, 1, indices),
        Predictions.take(probabilities, 1, indices),
        Predictions.take(groups, indices));
  }
}
