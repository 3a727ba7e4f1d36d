package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0 EUR, 0, 0.00 EUR",
    "25 EUR, 25000000, 25.00 EUR",
    "0.01 EUR, 10000, 0.01 EUR",
    "0.000001 USD, 1, 0.000001 USD",
    "1.2500 CHF, 1250000, 1.25 CHF",
  })
  void isExactToAMillionth(String text, long micros, String written) {
    Money money = Money.parse(text);

    assertEquals(micros, money.micros());
    assertEquals(written, money.toString());
    assertEquals(money, Money.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1EUR", "-1 EUR", "1.0000001 EUR", "1 eur", "1,5 EUR", "1e3 EUR"})
  void refusesOtherSpellings(String text) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Money.parse(text));

    assertEquals("expected an amount like 0.01 EUR, got '" + text + "'", thrown.getMessage());
  }

  @Test
  void isMultipliedExactly() {
    assertEquals("2.35 EUR", Money.parse("0.01 EUR").times(235).toString());
  }
}
