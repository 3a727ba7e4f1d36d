package org.penstock.model;

import java.util.Arrays;
import java.util.List;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.row.Task;

/**
 * What a trainer learns from: features by column, labels and weights.
 *
 * @param features the columns, in order
 * @param values by feature, then by row; missing is NaN, a category the code of its level
 * @param label the column to predict
 * @param labels 0 or 1, codes of labels, or numbers
 * @param weights how much each row counts, positive
 */
record Examples(
    List<Column> features, double[][] values, Column label, double[] labels, float[] weights) {

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
    return new Examples(dataset.features(), values, dataset.label(), labels, ones(rows.length));
  }

  /**
   * Returns these examples with nothing to learn from any feature but {@code names}: the others are
   * 0 in every row, so that whatever learns gives them no weight and no split.
   *
   * @param names empty: all
   */
  Examples with(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    double[][] shown = values.clone();
    for (int i = 0; i < shown.length; i++) {
      shown[i] = names.contains(features.get(i).name()) ? values[i] : new double[rows()];
    }
    return new Examples(features, shown, label, labels, weights);
  }

  static float[] ones(int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1f);
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

  Task task() {
    return Task.of(label);
  }

  /** Returns how many numbers a model says of a row. */
  int width() {
    return task().width(classes());
  }

  /** Returns how many labels there are; none of a number. */
  int classes() {
    return Task.labels(label).size();
  }

  /** Returns the codes of the labels that occur, ascending. */
  int[] occurring() {
    return Arrays.stream(labels).mapToInt(code -> (int) code).distinct().sorted().toArray();
  }

  /** Returns these examples with 1 for the label of code {@code code} and 0 for all others. */
  Examples only(int code) {
    double[] indicators = new double[rows()];
    for (int row = 0; row < indicators.length; row++) {
      indicators[row] = labels[row] == code ? 1 : 0;
    }
    return new Examples(features, values, label, indicators, weights);
  }

  /**
   * Returns these examples weighted so that each class that occurs counts as much as the others,
   * and all together as many as there are rows.
   */
  Examples balanced() {
    double[] counts = new double[classes()];
    for (double code : labels) {
      counts[(int) code]++;
    }
    double occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    float[] balanced = new float[rows()];
    for (int row = 0; row < balanced.length; row++) {
      balanced[row] = (float) (rows() / (occurring * counts[(int) labels[row]]));
    }
    return new Examples(features, values, label, labels, balanced);
  }
}
