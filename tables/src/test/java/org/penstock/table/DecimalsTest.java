package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  private static final int NUMBERS = 300_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0000000000000000000000000000",
        "102.25293745714143",
        "9007199254740993",
        "9007199254740992.99999999999999999999",
        "9007199254740993.00000000000000000001",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "2.2250738585072011e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "5e-325",
        "9999999999999999999",
        "18446744073709551616",
        "1e23",
        "8.5e-22",
        "7.2057594037927933e16",
        "3.518437208883201171875e13",
        "1e-64",
        "1e-65",
        "1e64",
        "1e65",
        "123456789012345678e40",
        "0.1e-2147483649",
        "1e2147483648"
      })
  void roundsAsTheJdkDoes(String text) {
    assertEquals(Double.parseDouble(text), parse(text));
  }

  @Test
  void readsBackWhatTheJdkPrints() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < NUMBERS; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertEquals(number, parse(Double.toString(number)));
      }
    }
  }

  @Test
  void readsNumbersOfEveryLengthAsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < NUMBERS; i++) {
      String text =
          random.nextLong(1L << random.nextInt(1, 63))
              + "."
              + random.nextLong(1L << random.nextInt(1, 40))
              + (random.nextBoolean() ? "" : "e" + random.nextInt(-70, 70));
      assertEquals(Double.parseDouble(text), parse(text), text);
    }
  }

  /** The decimal numbers just at, below and above the middle of two doubles round correctly. */
  @Test
  void decidesTiesAsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < NUMBERS; i++) {
      long odd = (1L << 53) + 2 * random.nextLong(1L << 52) + 1;
      for (String tail : new String[] {"", ".0", ".1", "e-3", "e-10", "e5"}) {
        String text = String.format(Locale.ROOT, "%d%s", odd, tail);
        assertEquals(Double.parseDouble(text), parse(text), text);
      }
      i += 10;
    }
  }

  private static double parse(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.US_ASCII);
    return Decimals.parse(bytes, 1, bytes.length - 1);
  }
}
