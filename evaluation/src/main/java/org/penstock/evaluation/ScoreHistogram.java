package org.penstock.evaluation;

import java.util.Arrays;

/**
 * How probabilities are spread among the rows of each label.
 *
 * @param least where the first bin begins
 * @param width of every bin, positive
 * @param negatives rows with label 0, bin by bin
 * @param positives rows with label 1, bin by bin
 */
public record ScoreHistogram(double least, double width, long[] negatives, long[] positives) {

  /**
   * Counts {@code predictions} in bins between the 0.1 % and the 99.9 % quantile, so that one
   * outlier does not squeeze the rest; what lies outside is counted in the bins at the ends.
   */
  public static ScoreHistogram of(BinaryPredictions predictions, int bins) {
    double[] sorted = predictions.probabilities().clone();
    Arrays.sort(sorted);
    double least = Quantiles.of(sorted, 0.001);
    double most = Quantiles.of(sorted, 0.999);
    double width = most > least ? (most - least) / bins : 1.0 / bins;
    long[] negatives = new long[bins];
    long[] positives = new long[bins];
    for (int row = 0; row < predictions.rows(); row++) {
      int bin = (int) Math.clamp((predictions.probabilities()[row] - least) / width, 0, bins - 1);
      if (predictions.labels()[row] == 1) {
        positives[bin]++;
      } else {
        negatives[bin]++;
      }
    }
    return new ScoreHistogram(least, width, negatives, positives);
  }

  /** Returns where the last bin ends. */
  public double most() {
    return least + negatives.length * width;
  }
}
