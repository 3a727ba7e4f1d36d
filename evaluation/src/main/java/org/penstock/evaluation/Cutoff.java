package org.penstock.evaluation;

/**
 * From which probability on a row is called positive, and what mistakes cost.
 *
 * @param threshold in [0, 1]; a probability at or above it is positive
 * @param falsePositiveCost of calling a negative row positive, finite, at least 0
 * @param falseNegativeCost of missing a positive row, finite, at least 0
 */
public record Cutoff(double threshold, double falsePositiveCost, double falseNegativeCost) {

  public Cutoff {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "A threshold must lie in [0, 1], got %s".formatted(threshold));
    }
    check("false positive", falsePositiveCost);
    check("false negative", falseNegativeCost);
  }

  /** Returns a cutoff at {@code threshold} where both mistakes cost 1. */
  public static Cutoff at(double threshold) {
    return new Cutoff(threshold, 1, 1);
  }

  /**
   * Chooses the threshold at which {@code predictions} would have cost least; among equals the
   * highest, which calls fewest rows positive.
   *
   * @return a probability that occurs, or 1 where calling nothing positive is cheapest
   */
  public static Cutoff cheapest(
      BinaryPredictions predictions, double falsePositiveCost, double falseNegativeCost) {
    double threshold =
        new RankedRows(predictions, at(1)).cheapestThreshold(falsePositiveCost, falseNegativeCost);
    return new Cutoff(threshold, falsePositiveCost, falseNegativeCost);
  }

  private static void check(String what, double cost) {
    if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The cost of a %s must be a finite number, at least 0, got %s".formatted(what, cost));
    }
  }
}
