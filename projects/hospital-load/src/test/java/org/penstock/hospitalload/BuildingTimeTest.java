package org.penstock.hospitalload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildingTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2015-01-01T01:00, 2015-01-01, 0",
    "2016-01-01T00:00, 2015-12-31, 23",
    // 12 March is the second Sunday of the building's March: the hour from 2 to 3 does not exist.
    "2015-03-12T02:00, 2015-03-12, 1",
    "2015-03-12T03:00, 2015-03-12, 3",
    "2015-07-01T00:00, 2015-07-01, 0",
    // 5 November is the first Sunday: the hour from 1 to 2 comes twice.
    "2015-11-05T01:00, 2015-11-05, 1",
    "2015-11-05T02:00, 2015-11-05, 1",
    "2015-11-05T03:00, 2015-11-05, 2",
  })
  void keepsDaylightSaving(LocalDateTime stamp, LocalDate date, int hour) {
    BuildingTime time = BuildingTime.of(stamp);

    assertEquals(date, time.date());
    assertEquals(hour, time.hour());
  }

  @Test
  void theFirstOfJanuaryIsASunday() {
    assertEquals(
        DayOfWeek.SUNDAY, BuildingTime.of(LocalDateTime.parse("2015-01-01T12:00")).weekday());
  }

  @ParameterizedTest
  @CsvSource({
    "2015-01-01, SUNDAY_OR_HOLIDAY", "2015-01-02, WORKDAY", "2015-01-07, SATURDAY",
    "2015-01-08, SUNDAY_OR_HOLIDAY", "2015-01-09, WORKDAY", "2015-01-16, SUNDAY_OR_HOLIDAY",
    "2015-02-20, SUNDAY_OR_HOLIDAY", "2015-02-27, WORKDAY", "2015-05-22, WORKDAY",
    "2015-05-29, SUNDAY_OR_HOLIDAY", "2015-07-03, WORKDAY", "2015-07-04, SUNDAY_OR_HOLIDAY",
    "2015-09-04, SUNDAY_OR_HOLIDAY", "2015-10-02, WORKDAY", "2015-10-09, SUNDAY_OR_HOLIDAY",
    "2015-11-11, SUNDAY_OR_HOLIDAY", "2015-11-16, WORKDAY", "2015-11-23, SUNDAY_OR_HOLIDAY",
    "2015-11-24, WORKDAY", "2015-12-25, SUNDAY_OR_HOLIDAY", "2015-12-31, SUNDAY_OR_HOLIDAY",
  })
  void knowsTheHolidays(LocalDate date, DayType type) {
    assertEquals(type, DayType.of(date, BuildingTime.weekday(date)));
  }

  @ParameterizedTest
  @CsvSource({
    "2014-12-21, -1",
    "2015-09-15, 1",
    "2015-12-21, -1",
    "2015-05-04, 0",
    "2016-09-15, 1",
  })
  void theYearWarmsSlowlyAndCoolsQuickly(LocalDate date, double warmth) {
    assertEquals(warmth, Warmth.of(date), 1e-12);
  }
}
