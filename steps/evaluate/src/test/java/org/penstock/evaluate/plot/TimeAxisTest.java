package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

  @Test
  void ticksOfADayAreFullHours() {
    assertEquals(
        List.of("06:00", "08:00", "10:00", "12:00"), ticks("2022-01-02T05:07", "2022-01-02T12:30"));
  }

  @Test
  void ticksOfMoreAreDaysAndWhatPartsThem() {
    assertEquals(
        List.of("21 Oct", "22 Oct", "23 Oct", "24 Oct"),
        ticks("2015-10-20T10:00", "2015-10-24T09:00"));
    assertEquals(
        List.of("12:00", "21 Oct", "12:00", "22 Oct", "12:00"),
        ticks("2015-10-20T10:00", "2015-10-22T12:00"));
  }

  @Test
  void tellsTheTimeOfAPlaceToTheMinute() {
    TimeAxis axis = axis("2015-10-20T10:20", "2015-11-23T09:00");

    assertEquals("2015-10-21 13:40", axis.moment(axis.at(LocalDateTime.parse("2015-10-21T13:40"))));
  }

  private static List<String> ticks(String first, String last) {
    Axis axis = axis(first, last).axis();
    return axis.ticks(4).stream().map(axis.format()::apply).toList();
  }

  private static TimeAxis axis(String first, String last) {
    return TimeAxis.of("Time", LocalDateTime.parse(first), LocalDateTime.parse(last));
  }
}
