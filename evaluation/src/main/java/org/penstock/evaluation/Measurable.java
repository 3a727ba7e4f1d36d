package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Set;

/** Predictions prepared so that a resample of a bootstrap costs little. */
public interface Measurable {

  /** Returns the metrics that are measured, in their order. */
  Set<Metric> metrics();

  /** Returns how many groups the rows belong to. */
  int groups();

  /**
   * Computes every metric of the rows weighted by group.
   *
   * @param weights how often each group was drawn
   * @param into one value a metric, by ordinal; NaN where not defined
   */
  void measure(int[] weights, double[] into);

  /** Returns weights that take every row once. */
  default int[] once() {
    int[] weights = new int[groups()];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * Prepares {@code predictions}.
   *
   * @param cutoff for two classes; others are decided without one
   */
  static Measurable of(Predictions predictions, Cutoff cutoff) {
    return switch (predictions) {
      case BinaryPredictions binary -> new RankedRows(binary, cutoff);
      case ClassPredictions classes -> new ClassSums(classes);
      case NumberPredictions numbers -> new NumberSums(numbers);
    };
  }
}
