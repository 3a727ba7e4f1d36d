package org.penstock.model;

import java.util.List;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;

/**
 * What a trainer learns from: features by column, binary labels and weights.
 *
 * @param features the columns, in order
 * @param values by feature, then by row; missing is NaN, a category the code of its level
 * @param labels 0 or 1
 * @param weights how much each row counts, positive
 */
record Examples(List<Column> features, double[][] values, double[] labels, float[] weights) {

  /** Takes the examples of {@code dataset} at {@code rows}, all of weight 1. */
  static Examples of(Dataset dataset, int[] rows) {
    double[][] values = new double[dataset.features().size()][rows.length];
    for (int i = 0; i < values.length; i++) {
      double[] column = dataset.feature(i);
      for (int row = 0; row < rows.length; row++) {
        values[i][row] = column[rows[row]];
      }
    }
    double[] labels = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      labels[row] = dataset.labels()[rows[row]];
    }
    return new Examples(dataset.features(), values, labels, ones(rows.length));
  }

  static float[] ones(int rows) {
    float[] ones = new float[rows];
    java.util.Arrays.fill(ones, 1f);
    return ones;
  }

  int rows() {
    return labels.length;
  }

  /** Writes the features of {@code row} into {@code into}. */
  void example(int row, double[] into) {
    for (int i = 0; i < values.length; i++) {
      into[i] = values[i][row];
    }
  }

  /**
   * Returns these examples weighted so that each class counts as much as the other, and all
   * together as many as there are rows.
   */
  Examples balanced() {
    double positives = 0;
    for (double label : labels) {
      positives += label;
    }
    float positive = (float) (rows() / (2 * positives));
    float negative = (float) (rows() / (2 * (rows() - positives)));
    float[] balanced = new float[rows()];
    for (int row = 0; row < balanced.length; row++) {
      balanced[row] = labels[row] == 1 ? positive : negative;
    }
    return new Examples(features, values, labels, balanced);
  }
}
