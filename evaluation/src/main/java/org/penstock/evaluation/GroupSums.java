package org.penstock.evaluation;

/** What each group adds to the metrics that do not depend on the order of rows. */
final class GroupSums {

  /** Keeps the logarithm of a probability of 0 finite, as scikit-learn does for doubles. */
  private static final double EPSILON = Math.ulp(1.0);

  private final int[] sizes;
  private final double[] losses;
  private final double[] squares;

  GroupSums(BinaryPredictions predictions) {
    int groups = predictions.groups().count();
    this.sizes = new int[groups];
    this.losses = new double[groups];
    this.squares = new double[groups];
    for (int row = 0; row < predictions.rows(); row++) {
      int group = predictions.groups().codes()[row];
      double label = predictions.labels()[row];
      double probability = predictions.probabilities()[row];
      double happened = label == 1 ? probability : 1 - probability;
      sizes[group]++;
      losses[group] -= Math.log(Math.clamp(happened, EPSILON, 1));
      squares[group] += (probability - label) * (probability - label);
    }
  }

  int groups() {
    return sizes.length;
  }

  /** Computes log-loss and Brier score; returns how many rows the weights make. */
  double measure(int[] weights, double[] into) {
    long total = 0;
    double loss = 0;
    double square = 0;
    for (int group = 0; group < sizes.length; group++) {
      int weight = weights[group];
      total += (long) weight * sizes[group];
      loss += weight * losses[group];
      square += weight * squares[group];
    }
    into[Metric.LOG_LOSS.ordinal()] = loss / total;
    into[Metric.BRIER.ordinal()] = square / total;
    return total;
  }
}
