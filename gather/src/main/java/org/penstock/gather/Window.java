package org.penstock.gather;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A stretch of time by the clock and calendar of a zone, for which calls are counted. */
public enum Window {
  /** A clock hour; the one that comes twice in autumn is two of them. */
  HOUR,
  /** A calendar day, of 23 to 25 hours. */
  DAY,
  /** A calendar month. */
  MONTH;

  /** Returns the first moment of the window that has {@code time} in it. */
  public ZonedDateTime start(ZonedDateTime time) {
    LocalDate date = time.toLocalDate();
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> date.atStartOfDay(time.getZone());
      case MONTH -> date.withDayOfMonth(1).atStartOfDay(time.getZone());
    };
  }

  /** Returns the first moment of the window after that of {@code time}. */
  public ZonedDateTime next(ZonedDateTime time) {
    ZonedDateTime start = start(time);
    LocalDate date = start.toLocalDate();
    return switch (this) {
      case HOUR -> start.plusHours(1);
      case DAY -> date.plusDays(1).atStartOfDay(time.getZone());
      case MONTH -> date.plusMonths(1).atStartOfDay(time.getZone());
    };
  }

  boolean same(ZonedDateTime one, ZonedDateTime other) {
    return start(one).toInstant().equals(start(other).toInstant());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
