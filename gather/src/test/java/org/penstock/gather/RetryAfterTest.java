package org.penstock.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-20T10:15:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "'Fri, 20 Mar 2026 10:16:30 GMT', PT1M30S",
    "'Fri, 20 Mar 2026 10:14:00 GMT', PT0S",
  })
  void readsSecondsAndDates(String text, Duration wait) {
    assertEquals(Optional.of(wait), RetryAfter.parse(text, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999"})
  void saysNothingOtherwise(String text) {
    assertEquals(Optional.empty(), RetryAfter.parse(text, NOW));
  }

  @Test
  void readsADateWhateverTheLanguageOfTheMachine() {
    assertEquals(
        Optional.of(Duration.ofHours(1)), RetryAfter.parse("Fri, 20 Mar 2026 11:15:00 GMT", NOW));
  }
}
