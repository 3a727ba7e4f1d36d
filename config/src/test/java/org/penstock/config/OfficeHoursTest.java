package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

  private static final OfficeHours WEEKDAYS =
      new OfficeHours(
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          List.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY));

  // Friday 20 March 2026; summer time begins on Sunday 29 March.
  @ParameterizedTest
  @CsvSource({
    "2026-03-20T08:59:59+01:00[Europe/Amsterdam], false, 2026-03-20T09:00+01:00[Europe/Amsterdam]",
    "2026-03-20T09:00+01:00[Europe/Amsterdam], true, 2026-03-20T09:00+01:00[Europe/Amsterdam]",
    "2026-03-20T17:59:59+01:00[Europe/Amsterdam], true, 2026-03-20T17:59:59+01:00[Europe/Amsterdam]",
    "2026-03-20T18:00+01:00[Europe/Amsterdam], false, 2026-03-23T09:00+01:00[Europe/Amsterdam]",
    "2026-03-21T12:00+01:00[Europe/Amsterdam], false, 2026-03-23T09:00+01:00[Europe/Amsterdam]",
    "2026-03-28T12:00+01:00[Europe/Amsterdam], false, 2026-03-30T09:00+02:00[Europe/Amsterdam]",
  })
  void opensAtNineByTheClockOnItsWall(ZonedDateTime time, boolean open, ZonedDateTime nextOpen) {
    assertEquals(open, WEEKDAYS.include(time));
    assertEquals(nextOpen, WEEKDAYS.nextOpen(time));
  }
}
