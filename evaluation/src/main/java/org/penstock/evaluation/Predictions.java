package org.penstock.evaluation;

import org.penstock.dataset.Grouping;

/**
 * What happened and what a model said, row by row. Arrays are shared, not copied.
 *
 * @param labels 0 or 1
 * @param probabilities of label 1, in [0, 1]
 * @param groups which rows belong together: they are drawn together by a bootstrap
 */
public record Predictions(double[] labels, double[] probabilities, Grouping groups) {

  public Predictions {
    if (labels.length == 0) {
      throw new IllegalArgumentException("There are no predictions to judge");
    }
    if (labels.length != probabilities.length || labels.length != groups.codes().length) {
      throw new IllegalArgumentException(
          "%d labels, %d probabilities and %d groups do not belong together"
              .formatted(labels.length, probabilities.length, groups.codes().length));
    }
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
  public static Predictions of(double[] labels, double[] probabilities) {
    int[] codes = new int[labels.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = row;
    }
    return new Predictions(labels, probabilities, new Grouping(codes, codes.length));
  }

  /** Returns how many rows there are, at least 1. */
  public int rows() {
    return labels.length;
  }

  /** Returns the share of rows with label 1. */
  public double baseRate() {
    double positives = 0;
    for (double label : labels) {
      positives += label;
    }
    return positives / labels.length;
  }

  /** Returns these rows with other probabilities. */
  public Predictions with(double[] probabilities) {
    return new Predictions(labels, probabilities, groups);
  }

  /** Returns the rows at {@code indices}, at least one; groups keep their numbers. */
  public Predictions rows(int[] indices) {
    double[] label = new double[indices.length];
    double[] probability = new double[indices.length];
    int[] codes = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      label[i] = labels[indices[i]];
      probability[i] = probabilities[indices[i]];
      codes[i] = groups.codes()[indices[i]];
    }
    return new Predictions(label, probability, new Grouping(codes, groups.count()));
  }
}
