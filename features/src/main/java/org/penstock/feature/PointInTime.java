package org.penstock.feature;

/**
 * Replays the rows of all entities in event-time order and computes the features of each.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public final class PointInTime<R extends Record, F extends Record> {

  /** Starts with no history. */
  public PointInTime(FeatureView<R, F> view, AsOf asOf, Ties ties) {
    throw new UnsupportedOperationException();
  }

  /**
   * Computes the features of the next row, and then shows that row to the history of its entity.
   *
   * @throws DisorderException if {@code row} happened before the row of the previous call
   */
  public F next(R row) {
    throw new UnsupportedOperationException();
  }

  /** Returns how many entities were seen. */
  public int entities() {
    throw new UnsupportedOperationException();
  }
}
