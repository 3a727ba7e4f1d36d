package org.penstock.evaluate.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people and SVG read them, the same in every locale. */
public final class Numbers {

  /** What stands where there is no number. */
  public static final String NONE = "–";

  private Numbers() {}

  /** Returns {@code value} in hundredths, without zeros at the end. */
  static String coordinate(double value) {
    long hundredths = Math.round(value * 100);
    StringBuilder text = new StringBuilder();
    if (hundredths < 0) {
      text.append('-');
      hundredths = -hundredths;
    }
    text.append(hundredths / 100);
    long rest = hundredths % 100;
    if (rest != 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  /** Returns {@code value} with three decimals, or more where three would hide a small number. */
  public static String metric(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }

    if (value == 0) {
      return "0";
    }

    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.3f" : "%.4f";
    return minus(String.format(Locale.ROOT, format, value));
  }

  /** Returns a share as per cent, e.g. {@code 1.49 %}, with a space that does not break. */
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    double percent = share * 100;
    double size = Math.abs(percent);
    String format =
        percent == Math.rint(percent)
            ? "%.0f\u00A0%%"
            : size < 10 ? "%.2f\u00A0%%" : "%.1f\u00A0%%";
    return minus(String.format(Locale.ROOT, format, percent));
  }

  /** Returns {@code count} with a comma every three digits. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns {@code value} in its shortest form of at most six digits, e.g. {@code 0.015}. */
  public static String plain(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    if (value == 0) {
      return "0";
    }
    return minus(
        new BigDecimal(value)
            .round(new MathContext(6, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString());
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
