package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money, exact to a millionth.
 *
 * @param micros millionths of the currency, at least 0
 * @param currency three capital letters, e.g. {@code EUR}
 */
public record Money(long micros, String currency) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) ([A-Z]{3})");
  private static final int DECIMALS = 6;

  public Money {
    requireNonNull(currency, "currency");
    if (micros < 0) {
      throw new IllegalArgumentException("expected an amount of at least 0, got " + micros);
    }
  }

  /**
   * Reads {@code 0.01 EUR}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static Money parse(String text) {
    Matcher amount = TEXT.matcher(text);
    if (!amount.matches()) {
      throw new IllegalArgumentException(
          "expected an amount like 0.01 EUR, got '%s'".formatted(text));
    }
    return new Money(
        new BigDecimal(amount.group(1)).movePointRight(DECIMALS).longValueExact(), amount.group(2));
  }

  /** Returns {@code count} times this amount. */
  public Money times(long count) {
    return new Money(Math.multiplyExact(micros, count), currency);
  }

  /** Returns it with two decimals, or as many as it has: {@code 2.35 EUR}. */
  @Override
  public String toString() {
    BigDecimal amount = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
    return String.format(
        Locale.ROOT,
        "%s %s",
        amount.setScale(Math.max(2, amount.scale())).toPlainString(),
        currency);
  }
}
