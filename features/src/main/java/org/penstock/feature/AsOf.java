package org.penstock.feature;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/** The moment at which the features of a row are known. */
public sealed interface AsOf {

  /** Returns the moment for a row that happened at {@code eventTime}. */
  LocalDateTime at(LocalDateTime eventTime);

  /** Returns what {@code project.yaml} says; a date is its first moment. */
  static AsOf of(org.penstock.config.AsOf setting) {
    return switch (setting) {
      case org.penstock.config.AsOf.Event _ -> new Event();
      case org.penstock.config.AsOf.Fixed(var date) -> new Fixed(date.atStartOfDay());
    };
  }

  /** The row's own event time: what could be known then, and nothing else. */
  record Event() implements AsOf {
    @Override
    public LocalDateTime at(LocalDateTime eventTime) {
      return eventTime;
    }
  }

  /**
   * The same moment for every row, as in a notebook that used "today". Features of rows before it
   * know the future: for reproducing such a notebook, not for training a model to be served.
   *
   * @param time the moment
   */
  record Fixed(LocalDateTime time) implements AsOf {
    public Fixed {
      requireNonNull(time, "time");
    }

    @Override
    public LocalDateTime at(LocalDateTime eventTime) {
      return time;
    }
  }
}
