package org.penstock.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When somebody is there who would see that something goes wrong.
 *
 * @param from the first minute
 * @param to the first minute after the last
 * @param days of the week, each once
 */
public record OfficeHours(
    @Default("09:00") LocalTime from,
    @Default("18:00") LocalTime to,
    @Default("[monday, tuesday, wednesday, thursday, friday]") List<DayOfWeek> days) {

  public OfficeHours {
    days = List.copyOf(days);
    var problems = new Violations();
    problems.check(from.isBefore(to), "to", "expected a time after %s, got %s", from, to);
    problems.check(!days.isEmpty(), "days", "expected at least one day, got none");
    problems.check(
        days.stream().distinct().count() == days.size(),
        "days",
        "expected each day once, got %s",
        days);
    problems.throwIfAny();
  }

  /** Returns whether the office is open at {@code time}, by the clock on its wall. */
  public boolean include(ZonedDateTime time) {
    LocalTime now = time.toLocalTime();
    return days.contains(time.getDayOfWeek()) && !now.isBefore(from) && now.isBefore(to);
  }

  /** Returns when the office is open next: {@code time} itself if it is open then. */
  public ZonedDateTime nextOpen(ZonedDateTime time) {
    if (include(time)) {
      return time;
    }

    for (int ahead = 0; ; ahead++) {
      ZonedDateTime opens = time.toLocalDate().plusDays(ahead).atTime(from).atZone(time.getZone());
      if (days.contains(opens.getDayOfWeek()) && opens.isAfter(time)) {
        return opens;
      }
    }
  }
}
