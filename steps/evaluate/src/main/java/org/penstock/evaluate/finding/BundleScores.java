package org.penstock.evaluate.finding;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penstock.dataset.Dataset;
import org.penstock.evaluation.NumberPredictions.Band;
import org.penstock.scoring.ModelBundle;

/** Scores rows of a dataset with the very code that serves. */
final class BundleScores {

  /** Rows of one piece of work: several pieces a core, also of a few thousand rows. */
  private static final int PIECE = 512;

  private final ModelBundle bundle;
  private final double[][] columns;

  private BundleScores(ModelBundle bundle, double[][] columns) {
    this.bundle = bundle;
    this.columns = columns;
  }

  /**
   * Finds the features of {@code bundle} in {@code dataset} by name.
   *
   * @throws IllegalArgumentException if the model was made for other rows
   */
  static BundleScores of(ModelBundle bundle, Dataset dataset) {
    double[][] columns =
        Arrays.stream(bundle.placesIn(dataset.features()))
            .mapToObj(dataset::feature)
            .toArray(double[][]::new);
    return new BundleScores(bundle, columns);
  }

  /** Returns how many features the bundle reads. */
  int features() {
    return columns.length;
  }

  /** Returns the intervals around {@code numbers}, which the bundle says of {@code rows}. */
  Optional<Band> band(int[] rows, double[] numbers) {
    return bundle
        .interval()
        .map(interval -> {
          double[] lower = new double[rows.length];
          double[] upper = new double[rows.length];
          double[] example = new double[columns.length];
          for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < columns.length; column++) {
              example[column] = columns[column][rows[i]];
            }
            double size = interval.size(example);
            lower[i] = numbers[i] - size;
            upper[i] = numbers[i] + size;
          }
          return new Band(lower, upper);
        });
  }

  /** Returns what the bundle says of {@code rows}, row by row. */
  double[] score(int[] rows) {
    double[] outputs = new double[rows.length * bundle.width()];
    fill(rows, -1, rows, outputs);
    return outputs;
  }

  /**
   * Returns what the bundle says of {@code rows}, with one feature taken from another row.
   *
   * @param feature index of the feature that is replaced
   * @param others for each of {@code rows}, the row that lends the feature
   * @param said what the bundle says of {@code rows} as they are; it stands where the other row has
   *     the same value, as rows have of most flags
   */
  double[] score(int[] rows, int feature, int[] others, double[] said) {
    double[] outputs = said.clone();
    fill(rows, feature, others, outputs);
    return outputs;
  }

  private void fill(int[] rows, int feature, int[] others, double[] outputs) {
    IntStream.range(0, (rows.length + PIECE - 1) / PIECE)
        .parallel()
        .forEach(piece -> {
          double[] example = new double[columns.length];
          double[] one = new double[bundle.width()];
          int end = Math.min(rows.length, (piece + 1) * PIECE);
          for (int i = piece * PIECE; i < end; i++) {
            if (feature >= 0 && isSame(columns[feature], rows[i], others[i])) {
              continue;
            }
            for (int column = 0; column < columns.length; column++) {
              example[column] = columns[column][column == feature ? others[i] : rows[i]];
            }
            bundle.predict(example, one);
            System.arraycopy(one, 0, outputs, i * one.length, one.length);
          }
        });
  }

  /** Missing is the same as missing. */
  private static boolean isSame(double[] column, int row, int other) {
    return Double.compare(column[row], column[other]) == 0;
  }
}
