package org.penstock.evaluation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.penstock.dataset.Grouping;

/** How many rows of which label are called which, group by group. */
final class GroupConfusion {

  private final int classes;
  private final int count;

  /** A cell of the confusion matrix of a group that is not empty: group, cell and rows. */
  private final int[] groups;

  private final int[] cells;
  private final int[] rows;

  private GroupConfusion(
      int classes, Grouping grouping, IntUnaryOperator is, IntUnaryOperator called) {
    this.classes = classes;
    this.count = grouping.count();
    long[] keys = new long[grouping.codes().length];
    int cellCount = classes * classes;
    for (int row = 0; row < keys.length; row++) {
      int cell = is.applyAsInt(row) * classes + called.applyAsInt(row);
      keys[row] = (long) grouping.codes()[row] * cellCount + cell;
    }
    Arrays.sort(keys);
    int[] group = new int[keys.length];
    int[] cell = new int[keys.length];
    int[] rowCount = new int[keys.length];
    int entries = 0;
    for (int row = 0; row < keys.length; row++) {
      if (row == 0 || keys[row] != keys[row - 1]) {
        group[entries] = (int) (keys[row] / cellCount);
        cell[entries++] = (int) (keys[row] % cellCount);
      }
      rowCount[entries - 1]++;
    }
    this.groups = Arrays.copyOf(group, entries);
    this.cells = Arrays.copyOf(cell, entries);
    this.rows = Arrays.copyOf(rowCount, entries);
  }

  static GroupConfusion of(ClassPredictions predictions) {
    return new GroupConfusion(
        predictions.classes(),
        predictions.groups(),
        row -> (int) predictions.labels()[row],
        predictions::called);
  }

  /** Counts two classes; a probability at the threshold is called positive. */
  static GroupConfusion of(BinaryPredictions predictions, Cutoff cutoff) {
    return new GroupConfusion(
        2,
        predictions.groups(),
        row -> (int) predictions.labels()[row],
        row -> predictions.probabilities()[row] >= cutoff.threshold() ? 1 : 0);
  }

  /** Returns how many groups there are. */
  int groups() {
    return count;
  }

  /** Returns how many labels there are. */
  int classes() {
    return classes;
  }

  /** Returns the counts of all rows, each as often as its group is drawn. */
  ConfusionMatrix weighted(int[] weights) {
    long[][] counts = new long[classes][classes];
    for (int entry = 0; entry < groups.length; entry++) {
      counts[cells[entry] / classes][cells[entry] % classes] +=
          (long) weights[groups[entry]] * rows[entry];
    }
    return new ConfusionMatrix(counts);
  }
}
