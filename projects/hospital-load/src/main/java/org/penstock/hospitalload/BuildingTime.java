package org.penstock.hospitalload;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;

/**
 * The moment at which an hour begins, as the building has it. In the data (docs/hospital-load.md):
 *
 * <ul>
 *   <li>stamps are the ends of hours, in standard time;
 *   <li>the building keeps daylight saving, so that in summer all it does comes an hour earlier;
 *   <li>its week is three days ahead of the stamps' week: what is a Thursday by date is its Sunday.
 * </ul>
 *
 * @param date by the building's clock
 * @param weekday as the building counts it
 * @param hour 0 to 23, by the building's clock
 */
record BuildingTime(LocalDate date, DayOfWeek weekday, int hour) {

  /** A year that begins on a Thursday is for the building one that begins on a Sunday. */
  private static final int DAYS_AHEAD = 3;

  private static final int DAYS_OF_WEEK = 7;

  /** Tells the building's time in the hour that ends at {@code stamp}. */
  static BuildingTime of(LocalDateTime stamp) {
    LocalDateTime standard = stamp.minusHours(1);
    LocalDateTime clock = isDaylightSaving(standard) ? standard.plusHours(1) : standard;
    return new BuildingTime(clock.toLocalDate(), weekday(clock.toLocalDate()), clock.getHour());
  }

  static DayOfWeek weekday(LocalDate date) {
    return date.getDayOfWeek().plus(DAYS_AHEAD);
  }

  /**
   * From 2:00 of the second Sunday in March to 1:00, in standard time, of the first in November.
   */
  private static boolean isDaylightSaving(LocalDateTime standard) {
    LocalDateTime from = sunday(standard.getYear(), Month.MARCH, 2).atTime(LocalTime.of(2, 0));
    LocalDateTime to = sunday(standard.getYear(), Month.NOVEMBER, 1).atTime(LocalTime.of(1, 0));
    return !standard.isBefore(from) && standard.isBefore(to);
  }

  /** Returns the {@code nth} Sunday of a month, from 1, as the building counts. */
  private static LocalDate sunday(int year, Month month, int nth) {
    LocalDate first = LocalDate.of(year, month, 1);
    int days = Math.floorMod(DayOfWeek.SUNDAY.getValue() - weekday(first).getValue(), DAYS_OF_WEEK);
    return first.plusDays(days + (long) DAYS_OF_WEEK * (nth - 1));
  }
}
