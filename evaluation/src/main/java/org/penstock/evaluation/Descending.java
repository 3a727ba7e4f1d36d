package org.penstock.evaluation;

import java.util.Arrays;

/** The order of numbers from the greatest to the least, equal ones as they stand. */
final class Descending {

  private Descending() {}

  /**
   * Returns the indices of {@code values} in descending order of value.
   *
   * <p>Sorts the values alone, which is faster than sorting indices, then counts.
   *
   * @param values without NaN; -0.0 and 0.0 are equal
   */
  static int[] order(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      sorted[i] = values[i] + 0.0;
    }
    Arrays.sort(sorted);
    int distinct = 0;
    int[] ends = new int[values.length];
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
      ends[distinct - 1] = i + 1;
    }
    int[] order = new int[values.length];
    for (int i = values.length - 1; i >= 0; i--) {
      int rank = Arrays.binarySearch(sorted, 0, distinct, values[i] + 0.0);
      order[values.length - ends[rank]--] = i;
    }
    return order;
  }
}
