package org.penstock.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeDelaysTest {

  @ParameterizedTest
  @CsvSource({
    "000111, 000111, 1, 0, 0",
    "000111, 000011, 1, 0, 1",
    "000111, 001111, 1, 0, 0",
    "000111, 000000, 1, 1, NaN",
    "00110,  00000,  2, 1, 0",
    "0000,   0101,   0, 0, NaN",
    "0011100, 0002100, 2, 0, 1"
  })
  void countsRowsUntilAChangeIsSeen(
      String labels, String called, int changes, int missed, double median) {
    ChangeDelays delays =
        ChangeDelays.of(
            ChangeDelays.changes(new int[labels.length()], codes(labels), codes(called)));

    assertEquals(changes, delays.changes());
    assertEquals(missed, delays.missed());
    assertEquals(median, delays.median());
  }

  @Test
  void seriesDoNotSeeEachOther() {
    int[] series = {0, 1, 0, 1, 0, 1};

    ChangeDelays delays =
        ChangeDelays.of(ChangeDelays.changes(series, codes("010101"), codes("010101")));

    assertEquals(0, delays.changes());
  }

  private static int[] codes(String digits) {
    return digits.chars().map(digit -> digit - '0').toArray();
  }
}
