package org.penstock.model;

import java.util.ArrayList;
import java.util.List;

/**
 * On how many rows the combinations of a search by halving are judged, rung by rung: twice as many
 * on each, and all on the last.
 */
final class Rungs {

  /** What is learnt from fewer rows says little of what is learnt from many. */
  private static final int FEWEST_ROWS = 1_000;

  private Rungs() {}

  /**
   * Returns the rows of each rung, ascending; the last is {@code rows}.
   *
   * @param combinations that begin, which are halved on every rung but the last
   * @param kept as many stay at least: the best of each candidate
   */
  static List<Integer> of(int rows, int combinations, int kept) {
    List<Integer> rungs = new ArrayList<>(List.of(rows));
    int left = combinations;
    while (left > Math.max(1, kept) && rungs.getFirst() / 2 >= FEWEST_ROWS) {
      rungs.addFirst(rungs.getFirst() / 2);
      left = (left + 1) / 2;
    }
    return rungs;
  }
}
