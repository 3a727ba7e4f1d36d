package org.penstock.evaluation;

import org.penstock.dataset.Grouping;
import org.penstock.row.Task;

/**
 * What happened and what a model said, row by row.
 *
 * <p>Outputs are row by row as well, {@link #width} numbers each: a probability, one probability a
 * label, or the number that is predicted.
 */
public sealed interface Predictions permits BinaryPredictions, ClassPredictions, NumberPredictions {

  /** Returns what was asked of the model. */
  Task task();

  /** Returns what happened: 0 or 1, the code of a label, or a number. */
  double[] labels();

  /** Returns what the model said, row by row. */
  double[] outputs();

  /** Returns which rows belong together: they are drawn together by a bootstrap. */
  Grouping groups();

  /** Returns these rows with other outputs. */
  Predictions with(double[] outputs);

  /** Returns the rows at {@code indices}, at least one; groups keep their numbers. */
  Predictions rows(int[] indices);

  /** Returns how many rows there are, at least 1. */
  default int rows() {
    return labels().length;
  }

  /** Returns how many outputs a row has. */
  default int width() {
    return outputs().length / rows();
  }

  /**
   * Returns the predictions of {@code task}.
   *
   * @param outputs row by row
   */
  static Predictions of(Task task, double[] labels, double[] outputs, Grouping groups) {
    return switch (task) {
      case BINARY -> new BinaryPredictions(labels, outputs, groups);
      case CLASSES -> new ClassPredictions(labels, outputs, groups);
      case NUMBER -> new NumberPredictions(labels, outputs, groups);
    };
  }

  /** Returns a grouping in which every row stands for itself. */
  static Grouping alone(int rows) {
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      codes[row] = row;
    }
    return new Grouping(codes, rows);
  }

  /** Refuses arrays that are empty or do not belong together. */
  static void check(double[] labels, double[] outputs, int width, Grouping groups) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("There are no predictions to judge");
    }
    if (labels.length * width != outputs.length || labels.length != groups.codes().length) {
      throw new IllegalArgumentException(
          "%d labels, %d outputs and %d groups do not belong together"
              .formatted(labels.length, outputs.length, groups.codes().length));
    }
  }

  /** Returns the {@code width} numbers of each row at {@code indices}. */
  static double[] take(double[] values, int width, int[] indices) {
    double[] taken = new double[indices.length * width];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(values, indices[i] * width, taken, i * width, width);
    }
    return taken;
  }

  /** Returns the groups of the rows at {@code indices}; they keep their numbers. */
  static Grouping take(Grouping groups, int[] indices) {
    int[] codes = new int[indices.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = groups.codes()[indices[i]];
    }
    return new Grouping(codes, groups.count());
  }
}
