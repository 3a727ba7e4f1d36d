package org.penstock.evaluation;

/**
 * How many rows are called what they are at a threshold.
 *
 * @param truePositives called positive, rightly
 * @param falsePositives called positive, wrongly
 * @param falseNegatives positive, and missed
 * @param trueNegatives called negative, rightly
 */
public record Confusion(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

  /** Counts {@code predictions}; a probability at the threshold is called positive. */
  public static Confusion of(BinaryPredictions predictions, Cutoff cutoff) {
    long[] counts = new long[4];
    for (int row = 0; row < predictions.rows(); row++) {
      int called = predictions.probabilities()[row] >= cutoff.threshold() ? 2 : 0;
      counts[called + (int) predictions.labels()[row]]++;
    }
    return new Confusion(counts[3], counts[2], counts[1], counts[0]);
  }

  /** Returns the same counts by label, the negative one first. */
  public ConfusionMatrix matrix() {
    return new ConfusionMatrix(
        new long[][] {{trueNegatives, falsePositives}, {falseNegatives, truePositives}});
  }

  /** Returns how many rows are called positive. */
  public long calledPositive() {
    return truePositives + falsePositives;
  }
}
