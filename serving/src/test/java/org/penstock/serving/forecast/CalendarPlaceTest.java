package org.penstock.serving.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPlaceTest {

  @ParameterizedTest
  @CsvSource({
    // The first of January 2016 is a Friday.
    "8, 4, 1, 2016-01-01T08:00",
    "0, 4, 1, 2021-01-01T00:00",
    "8, 3, 122, 2019-05-02T08:00",
    "23, 5, 366, 2016-12-31T23:00",
    "23, 0, 366, 2040-12-31T23:00"
  })
  void isTheNextSuchMoment(int hour, int dayOfWeek, int dayOfYear, LocalDateTime expected) {
    assertEquals(
        expected,
        new CalendarPlace(hour, dayOfWeek, dayOfYear)
            .nextAfter(LocalDateTime.parse("2016-01-01T00:00")));
  }
}
