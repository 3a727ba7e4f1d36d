package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The date as of which features are computed; in YAML {@code event} or a date. */
public sealed interface AsOf {

  /** The time of each event itself, so that no feature knows the future. */
  record Event() implements AsOf {

    @Override
    public String toString() {
      return "event";
    }
  }

  /** One date for every event, as a notebook has it that used "today". */
  record Fixed(LocalDate date) implements AsOf {

    public Fixed {
      requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  /**
   * Returns what {@code text} says.
   *
   * @throws IllegalArgumentException if it is neither {@code event} nor an ISO date
   */
  static AsOf parse(String text) {
    if (text.equals("event")) {
      return new Event();
    }
    try {
      return new Fixed(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected 'event' or a date like 2024-01-31, got '%s'".formatted(text), e);
    }
  }
}
