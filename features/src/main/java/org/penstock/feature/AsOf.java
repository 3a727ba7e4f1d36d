package org.penstock.feature;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** The moment at which the features of a row are known. */
public sealed interface AsOf {

  /** Returns the moment for a row that happened at {@code eventTime}. */
  LocalDateTime at(LocalDateTime eventTime);

  /** The row's own event time: what could be known then, and nothing else. */
  record Event() implements AsOf {
    @Override
    public LocalDateTime at(LocalDateTime eventTime) {
      return eventTime;
    }

    @Override
    public String toString() {
      return "event";
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

    @Override
    public String toString() {
      return time.toLocalTime().toNanoOfDay() == 0
          ? time.toLocalDate().toString()
          : time.toString();
    }
  }

  /**
   * Parses {@code event}, a date ({@code 2024-01-01}) or a date and time ({@code
   * 2024-01-01T12:00}).
   *
   * @throws IllegalArgumentException if {@code text} is none of these
   */
  static AsOf parse(String text) {
    if (text.equals("event")) {
      return new Event();
    }

    try {
      return new Fixed(
          text.contains("T")
              ? LocalDateTime.parse(text)
              : LocalDate.parse(text).atStartOfDay());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "As-of is '%s', expected 'event' or a date such as 2024-01-01".formatted(text), e);
    }
  }
}
