package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A number that says how good probabilities of a binary label are.
 *
 * <p>A metric that the rows do not define is NaN: the AUC of one class, the precision of a model
 * that never says yes. Definitions are those of <a
 * href="https://scikit-learn.org/stable/modules/model_evaluation.html">scikit-learn</a> where it
 * has the metric, ties included.
 */
public enum Metric {
  /** The chance that a positive row is ranked above a negative one; a tie counts one half. */
  AUC("AUC", true),
  /**
   * The mean of the precisions at each positive row, ranked; the base rate where ranks mean
   * nothing.
   */
  AVERAGE_PRECISION("Average precision", true),
  /** The mean negative logarithm of the probability given to what happened. */
  LOG_LOSS("Log-loss", false),
  /** The mean squared difference of probability and label. */
  BRIER("Brier score", false),
  /**
   * The mean distance of probability and frequency over ten bins of equally many rows, weighted by
   * rows; rows of one probability are never separated.
   */
  CALIBRATION_ERROR("Calibration error", false),
  /** How many times the base rate is found in the tenth of the rows ranked highest. */
  TOP_DECILE_LIFT("Top-decile lift", true),
  /** The share of rows that are right at the threshold. */
  ACCURACY("Accuracy", true),
  /** The share of positive rows among those at or above the threshold. */
  PRECISION("Precision", true),
  /** The share of the positive rows that lie at or above the threshold. */
  RECALL("Recall", true),
  /** The harmonic mean of precision and recall. */
  F1("F1", true),
  /** What wrong decisions at the threshold cost a row, in the unit of the costs. */
  EXPECTED_COST("Expected cost", false);

  private final String title;
  private final boolean moreIsBetter;

  Metric(String title, boolean moreIsBetter) {
    this.title = title;
    this.moreIsBetter = moreIsBetter;
  }

  /**
   * Returns the metric written {@code key} in configuration and evaluations.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static Metric named(String key) {
    for (Metric metric : values()) {
      if (metric.key().equals(key)) {
        return metric;
      }
    }
    throw new IllegalArgumentException(
        "No metric '%s'; there are %s"
            .formatted(
                key, Arrays.stream(values()).map(Metric::key).collect(Collectors.joining(", "))));
  }

  /** Returns the name in configuration and evaluations, e.g. {@code average-precision}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the name for people. */
  public String title() {
    return title;
  }

  /** Returns whether a greater value is a better one. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** Returns whether {@code value} is better than {@code other}; NaN is never better. */
  public boolean isBetter(double value, double other) {
    return moreIsBetter ? value > other : value < other;
  }

  /** Computes this metric; see {@link Metrics} for all of them at the price of one. */
  public double of(Predictions predictions, Cutoff cutoff) {
    return Metrics.of(predictions, cutoff).get(this);
  }
}
