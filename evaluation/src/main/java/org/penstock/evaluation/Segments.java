package org.penstock.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * A division of ranked rows into ties with a positive row and all that lies between them. No metric
 * changes within what lies between, so it need not be looked at row by row.
 */
final class Segments {

  private final int[] ends;
  private final BitSet positives;

  private Segments(int[] ends, BitSet positives) {
    this.ends = ends;
    this.positives = positives;
  }

  /**
   * Divides {@code rows} rows.
   *
   * @param endsTie whether the next row has another probability
   * @param marked rows, each the last of a tie, at which a segment has to end
   */
  static Segments of(int rows, IntPredicate endsTie, IntPredicate isPositive, boolean[] marked) {
    int[] ends = new int[rows];
    BitSet positives = new BitSet();
    int count = 0;
    int tieStart = 0;
    boolean positive = false;
    for (int row = 0; row < rows; row++) {
      positive |= isPositive.test(row);
      if (!endsTie.test(row)) {
        continue;
      }

      if (positive && tieStart > (count == 0 ? 0 : ends[count - 1])) {
        ends[count++] = tieStart;
      }
      if (positive || marked[row]) {
        positives.set(count, positive);
        ends[count++] = row + 1;
      }
      tieStart = row + 1;
      positive = false;
    }
    return new Segments(Arrays.copyOf(ends, count), positives);
  }

  int count() {
    return ends.length;
  }

  /** Returns the index after the last row of {@code segment}. */
  int end(int segment) {
    return ends[segment];
  }

  boolean hasPositives(int segment) {
    return positives.get(segment);
  }
}
