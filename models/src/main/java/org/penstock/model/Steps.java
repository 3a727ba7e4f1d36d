package org.penstock.model;

import java.util.Arrays;

/** The never decreasing steps nearest to labels, by pooling adjacent violators. */
final class Steps {

  private final double[] rows;
  private final double[] scores;
  private final double[] positives;
  private int size;

  private Steps(int capacity) {
    rows = new double[capacity];
    scores = new double[capacity];
    positives = new double[capacity];
  }

  /** Pools rows of equal score first, then steps that would decrease. */
  static Steps of(double[] labels, double[] probabilities) {
    long[] order = new long[labels.length];
    for (int row = 0; row < order.length; row++) {
      order[row] = row;
    }
    Long[] sorted = Arrays.stream(order).boxed().toArray(Long[]::new);
    Arrays.sort(
        sorted, (a, b) -> Double.compare(probabilities[a.intValue()], probabilities[b.intValue()]));
    Steps steps = new Steps(labels.length);
    double last = Double.NaN;
    for (Long place : sorted) {
      int row = place.intValue();
      if (probabilities[row] != last) {
        steps.pool();
        steps.size++;
      }
      last = probabilities[row];
      steps.rows[steps.size - 1]++;
      steps.scores[steps.size - 1] += probabilities[row];
      steps.positives[steps.size - 1] += labels[row];
    }
    steps.pool();
    return steps;
  }

  /** Joins the last step to those before it for as long as it is not higher. */
  private void pool() {
    while (size > 1 && height(size - 1) <= height(size - 2)) {
      join(size - 2);
    }
  }

  private void join(int left) {
    rows[left] += rows[left + 1];
    scores[left] += scores[left + 1];
    positives[left] += positives[left + 1];
    size--;
    for (int i = left + 1; i < size; i++) {
      rows[i] = rows[i + 1];
      scores[i] = scores[i + 1];
      positives[i] = positives[i + 1];
    }
    rows[size] = 0;
    scores[size] = 0;
    positives[size] = 0;
  }

  /**
   * Joins steps of fewer than {@code fewest} rows to the one before, the first to the one after.
   */
  void join(double fewest) {
    int i = 0;
    while (i < size && size > 1) {
      if (rows[i] < fewest) {
        join(Math.max(0, i - 1));
        i = Math.max(0, i - 1);
      } else {
        i++;
      }
    }
  }

  int size() {
    return size;
  }

  /** Returns the mean score of a step. */
  double center(int step) {
    return scores[step] / rows[step];
  }

  /** Returns the share of positive rows of a step. */
  double height(int step) {
    return positives[step] / rows[step];
  }
}
