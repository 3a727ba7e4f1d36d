package org.penstock.hospitalload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.table.BadRow;
import org.penstock.table.Csv;

/** What breaks in a file, and what the person sees of it in quarantine. */
class BadLoadsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2015-01-01 01:00:00,off | y is 'off', expected a finite number",
        "2015-01-01 01:00:00, | y is missing, expected a finite number",
        "2015-01-01 01:00:00,Infinity | y is 'Infinity', expected a finite number",
        "2015-01-01 01:00:00,-3 | y is '-3', expected 100 to 5000",
        "2015-01-01 01:00:00,50000 | y is '50000', expected 100 to 5000",
        "2015-02-29 01:00:00,800 | ds is '2015-02-29 01:00:00', expected a time such as 2024-02-29T13:45:00",
        "yesterday,800 | ds is 'yesterday', expected a time such as 2024-02-29T13:45:00",
      })
  void isToldWithColumnAndWhatWasExpected(String line, String reason) {
    List<BadRow> badRows = read("ds,y\n" + line + "\n").badRows();

    assertEquals(1, badRows.size());
    assertEquals(reason, badRows.getFirst().column() + " " + badRows.getFirst().reason());
  }

  /** An hour that is absent is nobody's problem: features follow from the time alone. */
  @Test
  void anAbsentHourMovesNoOther() {
    List<HourlyLoad> loads =
        read("ds,y\n2015-03-12 02:00:00,800\n2015-03-12 04:00:00,810\n").good();

    assertEquals(1, FeatureLine.features(loads.getFirst().ds()).hour());
    assertEquals(4, FeatureLine.features(loads.getLast().ds()).hour());
  }

  private static Csv<HourlyLoad> read(String csv) {
    return Csv.read("loads.csv", HourlyLoad.class, csv);
  }
}
