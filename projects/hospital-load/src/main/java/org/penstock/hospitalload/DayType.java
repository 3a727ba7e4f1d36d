package org.penstock.hospitalload;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** What the building takes a day for. */
public enum DayType {
  /** Monday to Friday, but for holidays. */
  WORKDAY,
  /** Short hours. */
  SATURDAY,
  /** A holiday is like a Sunday in every hour. */
  SUNDAY_OR_HOLIDAY;

  private static final int DAYS_OF_WEEK = 7;

  /**
   * Tells what day {@code date} is.
   *
   * @param weekday as the building counts it
   */
  static DayType of(LocalDate date, DayOfWeek weekday) {
    if (weekday == DayOfWeek.SUNDAY || isHoliday(date, weekday)) {
      return SUNDAY_OR_HOLIDAY;
    }
    return weekday == DayOfWeek.SATURDAY ? SATURDAY : WORKDAY;
  }

  /**
   * The ten federal holidays of the United States. One that falls on a weekend is not made up for
   * on a workday: 2 January, which follows such a one, is worked.
   */
  private static boolean isHoliday(LocalDate date, DayOfWeek weekday) {
    Month month = date.getMonth();
    int day = date.getDayOfMonth();
    boolean monday = weekday == DayOfWeek.MONDAY;
    int week = (day + DAYS_OF_WEEK - 1) / DAYS_OF_WEEK;
    return switch (month) {
      case JANUARY -> day == 1 || monday && week == 3;
      case FEBRUARY -> monday && week == 3;
      case MAY -> monday && day + DAYS_OF_WEEK > month.maxLength();
      case JULY -> day == 4;
      case SEPTEMBER -> monday && week == 1;
      case OCTOBER -> monday && week == 2;
      case NOVEMBER -> day == 11 || weekday == DayOfWeek.THURSDAY && week == 4;
      case DECEMBER -> day == 25;
      case MARCH, APRIL, JUNE, AUGUST -> false;
    };
  }
}
