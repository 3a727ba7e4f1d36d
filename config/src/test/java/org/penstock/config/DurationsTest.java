package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"30d, PT720H", "12h, PT12H", "5m, PT5M", "10s, PT10S", "250ms, PT0.25S", "0ms, PT0S"})
  void readsWhatItWrites(String text, Duration time) {
    assertEquals(time, Durations.parse(text));
    assertEquals(text, Durations.text(time));
  }

  @ParameterizedTest
  @CsvSource({"1h30m, 90m", "24h, 1d", "90s, 90s", "0s, 0ms"})
  void writesInTheLargestUnitThatDivides(String text, String written) {
    assertEquals(written, Durations.text(Durations.parse(text)));
  }

  @ParameterizedTest
  @CsvSource({"''", "30", "d", "1 d", "-1d", "1d2", "1.5h", "1y", "9999999999d"})
  void refusesWhatIsNoTime(String text) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));

    assertEquals(
        "expected a time like 30d, 12h, 5m or 10s, got '%s'".formatted(text), thrown.getMessage());
  }
}
