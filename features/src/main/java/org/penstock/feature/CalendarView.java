package org.penstock.feature;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A view whose features follow from the time of a row alone, so that they are known of every moment
 * to come: what a forecast needs.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public interface CalendarView<R extends Record, F extends Record> extends FeatureView<R, F> {

  /** Returns how far apart rows are, positive. */
  Duration step();

  /** Computes the features of a row that is stamped {@code time}. */
  F at(LocalDateTime time);

  /** Asks for nothing but the time, and remembers nothing. */
  @Override
  default History<R, F> history() {
    return new History<>() {
      @Override
      public F features(R row, LocalDateTime asOf) {
        return at(asOf);
      }

      @Override
      public void observe(R row) {}
    };
  }
}
