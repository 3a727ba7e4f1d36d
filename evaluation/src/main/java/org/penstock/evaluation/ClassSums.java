package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Set;
import org.penstock.row.Task;

/**
 * Predictions of several labels, summed up by group: how often which label was called which, and
 * the log-loss.
 */
final class ClassSums implements Measurable {

  /** Keeps the logarithm of a probability of 0 finite, as scikit-learn does for doubles. */
  private static final double EPSILON = Math.ulp(1.0);

  private final int classes;

  /** A cell of the confusion matrix of a group that is not empty: group, cell and rows. */
  private final int[] groups;

  private final int[] cells;
  private final int[] rows;
  private final double[] losses;

  ClassSums(ClassPredictions predictions) {
    this.classes = predictions.classes();
    this.losses = new double[predictions.groups().count()];
    long[] keys = new long[predictions.rows()];
    int cellCount = classes * classes;
    for (int row = 0; row < keys.length; row++) {
      int group = predictions.groups().codes()[row];
      int label = (int) predictions.labels()[row];
      keys[row] = (long) group * cellCount + label * classes + predictions.called(row);
      double happened = predictions.probabilities()[row * classes + label];
      losses[group] -= Math.log(Math.clamp(happened, EPSILON, 1));
    }
    Arrays.sort(keys);
    int[] group = new int[keys.length];
    int[] cell = new int[keys.length];
    int[] count = new int[keys.length];
    int entries = 0;
    for (int row = 0; row < keys.length; row++) {
      if (row == 0 || keys[row] != keys[row - 1]) {
        group[entries] = (int) (keys[row] / cellCount);
        cell[entries++] = (int) (keys[row] % cellCount);
      }
      count[entries - 1]++;
    }
    this.groups = Arrays.copyOf(group, entries);
    this.cells = Arrays.copyOf(cell, entries);
    this.rows = Arrays.copyOf(count, entries);
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
    long[][] counts = new long[classes][classes];
    long total = 0;
    for (int entry = 0; entry < groups.length; entry++) {
      long weight = (long) weights[groups[entry]] * rows[entry];
      counts[cells[entry] / classes][cells[entry] % classes] += weight;
      total += weight;
    }
    double loss = 0;
    for (int group = 0; group < losses.length; group++) {
      loss += weights[group] * losses[group];
    }
    ConfusionMatrix confusion = new ConfusionMatrix(counts);
    into[Metric.MACRO_F1.ordinal()] = confusion.macroF1();
    into[Metric.BALANCED_ACCURACY.ordinal()] = confusion.balancedAccuracy();
    into[Metric.ACCURACY.ordinal()] = confusion.accuracy();
    into[Metric.LOG_LOSS.ordinal()] = loss / total;
  }
}
