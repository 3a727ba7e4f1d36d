package org.penstock.evaluation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The probabilities that each group contributes to each bin of the calibration error. */
final class BinSums {

  private final int[] ends;

  /** Index after the last entry of each bin. */
  private final int[] entryEnds;

  private final int[] groups;
  private final double[] sums;

  /**
   * @param ends index of the last row of each bin, ascending
   * @param groupOf the group of a row, below {@code groupCount}
   */
  BinSums(int[] ends, double[] probabilities, IntUnaryOperator groupOf, int groupCount) {
    this.ends = ends;
    this.entryEnds = new int[ends.length];
    int[] group = new int[probabilities.length];
    double[] sum = new double[probabilities.length];
    int[] entryOf = new int[groupCount];
    Arrays.fill(entryOf, -1);
    int entries = 0;
    int row = 0;
    for (int bin = 0; bin < ends.length; bin++) {
      int first = entries;
      for (; row <= ends[bin]; row++) {
        int of = groupOf.applyAsInt(row);
        if (entryOf[of] < first) {
          entryOf[of] = entries;
          group[entries++] = of;
        }
        sum[entryOf[of]] += probabilities[row];
      }
      entryEnds[bin] = entries;
    }
    this.groups = Arrays.copyOf(group, entries);
    this.sums = Arrays.copyOf(sum, entries);
  }

  int count() {
    return ends.length;
  }

  /** Returns the index of the last row of {@code bin}. */
  int end(int bin) {
    return ends[bin];
  }

  /**
   * Returns the sum over the bins of what was said, less what happened, without its sign.
   *
   * @param positivesAtEnd the weight of the positive rows up to the end of each bin
   */
  double distance(int[] weights, long[] positivesAtEnd) {
    double apart = 0;
    long before = 0;
    int entry = 0;
    for (int bin = 0; bin < ends.length; bin++) {
      double said = 0;
      for (; entry < entryEnds[bin]; entry++) {
        said += weights[groups[entry]] * sums[entry];
      }
      apart += Math.abs(said - (positivesAtEnd[bin] - before));
      before = positivesAtEnd[bin];
    }
    return apart;
  }
}
