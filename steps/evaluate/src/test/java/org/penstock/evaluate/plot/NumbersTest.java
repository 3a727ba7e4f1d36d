package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.evaluation.Estimate;

/** Runs with a Turkish locale, whose decimal sign is a comma. */
class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.5333, 0.533",
    "0.01488, 0.0149",
    "0, 0",
    "-0.25, −0.250",
    "12.345, 12.3",
    "1234.4, '1,234'",
    "5.136, 5.14",
    "-0.00001, 0.0000",
    "NaN, –",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void writesMetrics(double value, String expected) {
    assertEquals(expected, Numbers.metric(value));
  }

  @ParameterizedTest
  @CsvSource({
    "14.4, 12.81, 15.77, 12.8 to 15.8",
    "-5.136, -9.9, 0, −9.90 to 0",
    "9.9, 9, 10.3, 9.00 to 10.30"
  })
  void anIntervalHasTheDecimalsOfItsValue(double value, double lower, double upper, String text) {
    assertEquals(text, Numbers.interval(new Estimate(value, lower, upper)).orElseThrow());
  }

  @Test
  void anIntervalWithoutEndsIsNone() {
    assertTrue(Numbers.interval(new Estimate(1, Double.NaN, Double.NaN)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"0.01488, 1.49_%", "0.5, 50_%", "0.123, 12.3_%", "1, 100_%", "NaN, –"})
  void writesShares(double value, String expected) {
    assertEquals(expected.replace('_', '\u00A0'), Numbers.percent(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.30000000000000004, 0.3",
    "1000, 1000",
    "-0.015, −0.015",
    "1e-7, 0.0000001"
  })
  void writesTicks(double value, String expected) {
    assertEquals(expected, Numbers.plain(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.005, 1", "1.5, 1.5", "-2.25, -2.25", "-0.001, 0", "100.1, 100.1"})
  void writesCoordinates(double value, String expected) {
    assertEquals(expected, Numbers.coordinate(value));
  }

  @ParameterizedTest
  @CsvSource({"777715, '777,715'", "12, 12"})
  void writesCounts(long value, String expected) {
    assertEquals(expected, Numbers.count(value));
  }
}
