package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/** The order of probabilities from the greatest to the least, equal ones as they stand. */
final class Descending {

  private static final long ONE = Double.doubleToLongBits(1);

  private Descending() {}

  /**
   * Returns the indices of {@code probabilities} in descending order.
   *
   * <p>Sorts numbers that hold the leading bits of a probability and its index, which is several
   * times faster than sorting indices; what only differs in later bits is put right afterwards.
   *
   * @param probabilities in [0, 1]; -0.0 and 0.0 are equal
   */
  static int[] order(double[] probabilities) {
    int count = probabilities.length;
    int bits = 32 - Integer.numberOfLeadingZeros(count);
    long mask = (1L << bits) - 1;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (ONE - Double.doubleToLongBits(probabilities[i] + 0.0)) & ~mask | i;
    }
    Arrays.sort(keys);
    int[] order = new int[count];
    int start = 0;
    boolean sorted = true;
    for (int i = 0; i < count; i++) {
      order[i] = (int) (keys[i] & mask);
      if ((keys[i] & ~mask) != (keys[start] & ~mask)) {
        putRight(order, start, i, probabilities, sorted);
        start = i;
        sorted = true;
      } else if (i > start && probabilities[order[i]] > probabilities[order[i - 1]]) {
        sorted = false;
      }
    }
    putRight(order, start, count, probabilities, sorted);
    return order;
  }

  private static void putRight(
      int[] order, int start, int end, double[] probabilities, boolean sorted) {
    if (sorted) {
      return;
    }

    Integer[] run = new Integer[end - start];
    Arrays.setAll(run, i -> order[start + i]);
    Arrays.sort(run, Comparator.comparingDouble((Integer i) -> -probabilities[i]));
    for (int i = 0; i < run.length; i++) {
      order[start + i] = run[i];
    }
  }
}
