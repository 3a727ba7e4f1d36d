package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

  @Test
  void ticksAreRound() {
    List<String> ticks =
        new Axis("x", 0.003, 0.018, Numbers::plain).ticks(5).stream().map(Numbers::plain).toList();

    assertEquals(
        List.of("0.004", "0.006", "0.008", "0.01", "0.012", "0.014", "0.016", "0.018"), ticks);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.013, 0.5, 1, 3, 7, 99, 12345})
  void thereAreAFewTicksAtAnyScale(double most) {
    int ticks = Axis.upTo("x", most).ticks(5).size();

    assertTrue(ticks >= 3 && ticks <= 9, "ticks: " + ticks);
  }

  @ParameterizedTest
  @CsvSource({"0.013, 0.014", "0.97, 1", "0.2, 0.2", "0, 1", "NaN, 1", "Infinity, 1"})
  void endsAtARoundNumber(double most, double expected) {
    assertEquals(expected, Axis.upTo("x", most).most(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "0, Infinity"})
  void refusesToGoNowhere(double least, double most) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new Axis("x", least, most, Numbers::plain));

    assertEquals(
        "An axis must go up, 'x' goes from %s to %s".formatted(least, most), thrown.getMessage());
  }
}
