package org.penstock.serving.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;

/**
 * A place in the calendar, as pandas names the parts of a time: {@code ds.dt.hour}, {@code
 * day_of_week}, {@code day_of_year}.
 *
 * @param hour 0 to 23
 * @param dayOfWeek 0, a Monday, to 6
 * @param dayOfYear 1 to 366
 */
public record CalendarPlace(int hour, int dayOfWeek, int dayOfYear) {

  /** After so many years every date has been every day of the week, 29 February too. */
  private static final int YEARS = 40;

  /** Returns the next moment after {@code end} that is this hour of such a day. */
  LocalDateTime nextAfter(LocalDateTime end) {
    DayOfWeek wanted = DayOfWeek.of(dayOfWeek + 1);
    for (int year = end.getYear(); year <= end.getYear() + YEARS; year++) {
      if (dayOfYear <= Year.of(year).length()) {
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
        LocalDateTime moment = date.atTime(hour, 0);
        if (date.getDayOfWeek() == wanted && moment.isAfter(end)) {
          return moment;
        }
      }
    }
    throw new IllegalStateException("No %s after %s".formatted(this, end));
  }
}
