package org.penstock.hospitalload;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * Which part of the year resembles which: two half waves between the coldest and the warmest day,
 * slow on the way up and quick on the way down, as the climate of San Francisco is. October
 * resembles June then, and December January.
 */
final class Warmth {

  private static final MonthDay COLDEST = MonthDay.of(Month.DECEMBER, 21);
  private static final MonthDay WARMEST = MonthDay.of(Month.SEPTEMBER, 15);

  private Warmth() {}

  /** Returns -1 on the coldest day of the year, 1 on the warmest. */
  static double of(LocalDate date) {
    LocalDate coldest = COLDEST.atYear(date.getYear());
    LocalDate lastColdest = date.isBefore(coldest) ? coldest.minusYears(1) : coldest;
    LocalDate warmest = WARMEST.atYear(lastColdest.getYear() + 1);
    return date.isAfter(warmest)
        ? wave(warmest, date, lastColdest.plusYears(1))
        : -wave(lastColdest, date, warmest);
  }

  /** Falls from 1 to -1. */
  private static double wave(LocalDate from, LocalDate date, LocalDate to) {
    double share = (double) ChronoUnit.DAYS.between(from, date) / ChronoUnit.DAYS.between(from, to);
    return StrictMath.cos(StrictMath.PI * share);
  }
}
