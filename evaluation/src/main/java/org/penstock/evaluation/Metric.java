package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.penstock.row.Task;

/**
 * A number that says how good predictions are.
 *
 * <p>A metric that the rows do not define is NaN: the AUC of one class, the precision of a model
 * that never says yes. Definitions are those of <a
 * href="https://scikit-learn.org/stable/modules/model_evaluation.html">scikit-learn</a> where it
 * has the metric, ties included.
 */
public enum Metric {
  /** The chance that a positive row is ranked above a negative one; a tie counts one half. */
  AUC("AUC", Better.MORE, Task.BINARY),
  /**
   * The mean of the precisions at each positive row, ranked; the base rate where ranks mean
   * nothing.
   */
  AVERAGE_PRECISION("Average precision", Better.MORE, Task.BINARY),
  /** The mean F1 of the labels that happened or were called; 0 for one never called rightly. */
  MACRO_F1("Macro F1", Better.MORE, Task.CLASSES),
  /** The mean recall of the labels that happened. */
  BALANCED_ACCURACY("Balanced accuracy", Better.MORE, Task.CLASSES),
  /** The mean negative logarithm of the probability given to what happened. */
  LOG_LOSS("Log-loss", Better.LESS, Task.BINARY, Task.CLASSES),
  /** The mean squared difference of probability and label. */
  BRIER("Brier score", Better.LESS, Task.BINARY),
  /**
   * The mean distance of probability and frequency over ten bins of equally many rows, weighted by
   * rows; rows of one probability are never separated.
   */
  CALIBRATION_ERROR("Calibration error", Better.LESS, Task.BINARY),
  /** How many times the base rate is found in the tenth of the rows ranked highest. */
  TOP_DECILE_LIFT("Top-decile lift", Better.MORE, Task.BINARY),
  /** The share of rows that are right: at the threshold, or by their most probable label. */
  ACCURACY("Accuracy", Better.MORE, Task.BINARY, Task.CLASSES),
  /** The share of positive rows among those at or above the threshold. */
  PRECISION("Precision", Better.MORE, Task.BINARY),
  /** The share of the positive rows that lie at or above the threshold. */
  RECALL("Recall", Better.MORE, Task.BINARY),
  /** The harmonic mean of precision and recall. */
  F1("F1", Better.MORE, Task.BINARY),
  /** What wrong decisions at the threshold cost a row, in the unit of the costs. */
  EXPECTED_COST("Expected cost", Better.LESS, Task.BINARY),
  /** The mean distance of what was said from what happened, in the unit of the target. */
  MAE("Mean absolute error", Better.LESS, Task.NUMBER),
  /** The root of the mean squared distance, in the unit of the target. */
  RMSE("Root mean squared error", Better.LESS, Task.NUMBER),
  /** The mean of what was said less what happened: above 0, too much is said. */
  BIAS("Bias", Better.NEITHER, Task.NUMBER),
  /** The share of the variance that is explained; 0 for a model that always says the mean. */
  R2("R²", Better.MORE, Task.NUMBER),
  /** The mean distance as a share of what happened; not defined where that is 0 in any row. */
  MAPE("Mean absolute percentage error", Better.LESS, Task.NUMBER),
  /** The share of rows whose interval includes what happened; to compare with what was promised. */
  COVERAGE("Coverage", Better.NEITHER, Task.NUMBER),
  /** How wide intervals are on average, in the unit of the target. */
  INTERVAL_WIDTH("Interval width", Better.NEITHER, Task.NUMBER);

  /** Which values of a metric one wants. */
  private enum Better {
    MORE,
    LESS,
    /** A value in the middle, so that the metric cannot choose among models. */
    NEITHER
  }

  private final String title;
  private final Better better;
  private final Set<Task> tasks;

  Metric(String title, Better better, Task... tasks) {
    this.title = title;
    this.better = better;
    this.tasks = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(tasks)));
  }

  /** Returns the metrics of {@code task}, in their order. */
  public static Set<Metric> of(Task task) {
    Set<Metric> metrics = EnumSet.allOf(Metric.class);
    metrics.removeIf(metric -> !metric.tasks.contains(task));
    return Collections.unmodifiableSet(metrics);
  }

  /**
   * Returns the metric written {@code key} if it can choose among models of {@code task}.
   *
   * @throws IllegalArgumentException if it cannot, naming those that can
   */
  public static Metric choosing(String key, Task task) {
    for (Metric metric : of(task)) {
      if (metric.key().equals(key) && metric.canChoose()) {
        return metric;
      }
    }
    throw new IllegalArgumentException(
        "'%s' cannot choose among models of %s; what can is %s"
            .formatted(
                key,
                task.title(),
                of(task).stream()
                    .filter(Metric::canChoose)
                    .map(Metric::key)
                    .collect(Collectors.joining(", "))));
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
    return better == Better.MORE;
  }

  /** Returns whether one of two different values is always the better one. */
  public boolean canChoose() {
    return better != Better.NEITHER;
  }

  /**
   * Returns whether {@code value} is better than {@code other}; NaN is never better, and nothing is
   * where the metric cannot choose.
   */
  public boolean isBetter(double value, double other) {
    return switch (better) {
      case MORE -> value > other;
      case LESS -> value < other;
      case NEITHER -> false;
    };
  }

  /**
   * Computes this metric; see {@link Metrics} for all of them at the price of one.
   *
   * @param cutoff for two classes; others are decided without one
   * @throws IllegalArgumentException if the task of {@code predictions} does not have it
   */
  public double of(Predictions predictions, Cutoff cutoff) {
    Double value = Metrics.of(predictions, cutoff).get(this);
    if (value == null) {
      throw new IllegalArgumentException(
          "Predictions of %s have no '%s'".formatted(predictions.task().title(), key()));
    }
    return value;
  }
}
