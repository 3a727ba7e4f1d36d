package org.penstock.feature;

import java.time.LocalDateTime;

/**
 * What is known of one entity from its earlier rows.
 *
 * <p>The engine asks for the features of a row before it shows that row to the history, so a
 * feature cannot see its own row or the future. One instance belongs to one entity and is used by
 * one thread.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public interface History<R extends Record, F extends Record> {

  /**
   * Computes the features of {@code row} from what was observed so far.
   *
   * @param row not yet observed
   * @param asOf the moment at which the features are known: the row's own event time, or a fixed
   *     one
   */
  F features(R row, LocalDateTime asOf);

  /** Adds {@code row} to what is known. */
  void observe(R row);
}
