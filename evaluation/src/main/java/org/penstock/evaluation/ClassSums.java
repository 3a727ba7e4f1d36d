package org.penstock.evaluation;

import java.util.Set;
import org.penstock.row.Task;

/**
 * Predictions of several labels, summed up by group: how often which label was called which, and
 * the log-loss.
 */
final class ClassSums implements Measurable {

  /** Keeps the logarithm of a probability of 0 finite, as scikit-learn does for doubles. */
  private static final double EPSILON = Math.ulp(1.0);

  private final GroupConfusion confusions;
  private final int[] sizes;
  private final double[] losses;

  ClassSums(ClassPredictions predictions) {
    this.confusions = GroupConfusion.of(predictions);
    this.sizes = new int[predictions.groups().count()];
    this.losses = new double[predictions.groups().count()];
    for (int row = 0; row < predictions.rows(); row++) {
      int group = predictions.groups().codes()[row];
      int label = (int) predictions.labels()[row];
      double happened = predictions.probabilities()[row * predictions.classes() + label];
      sizes[group]++;
      losses[group] -= Math.log(Math.clamp(happened, EPSILON, 1));
    }
  }

  @Override
  public Set<Metric> metrics() {
    return Metric.of(Task.CLASSES);
  }

  @Override
  public int groups() {
    return losses.length;
  }

  @Override
  public void measure(int[] weights, double[] into) {
    long total = 0;
    double loss = 0;
    for (int group = 0; group < losses.length; group++) {
      total += (long) weights[group] * sizes[group];
      loss += weights[group] * losses[group];
    }
    ConfusionMatrix confusion = confusions.weighted(weights);
    into[Metric.MACRO_F1.ordinal()] = confusion.macroF1();
    into[Metric.BALANCED_ACCURACY.ordinal()] = confusion.balancedAccuracy();
    into[Metric.ACCURACY.ordinal()] = confusion.accuracy();
    into[Metric.LOG_LOSS.ordinal()] = loss / total;
  }
}
