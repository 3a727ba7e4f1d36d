package org.penstock.dataset;

import java.util.Arrays;

/** A part of the rows, for a search that need not see them all. */
public final class Subset {

  /** Differs from every seed of a split, so that a subset does not follow its order. */
  private static final long SALT = 0x737562736574L;

  private Subset() {}

  /**
   * Chooses whole groups until there would be more than {@code rows} rows.
   *
   * @param rows at least 1; all rows are chosen where there are no more than this
   * @return indices of rows, ascending; at least one group, even one of more rows
   */
  public static int[] ofWholeGroups(Dataset dataset, int rows, long seed) {
    if (rows < 1) {
      throw new IllegalArgumentException("A subset needs at least 1 row, got " + rows);
    }
    long[] hashes = new long[dataset.rows()];
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] = Key.combine(seed ^ SALT, dataset.groups()[row]);
    }
    if (rows >= hashes.length) {
      return Split.of(hashes.length, row -> true).test();
    }

    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    long firstOutside = sorted[rows];
    long least = sorted[0];
    return Split.of(hashes.length, row -> hashes[row] < firstOutside || hashes[row] == least)
        .test();
  }
}
