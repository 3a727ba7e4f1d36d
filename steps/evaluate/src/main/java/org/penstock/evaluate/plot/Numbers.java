package org.penstock.evaluate.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.penstock.evaluation.Estimate;

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

  /** Returns {@code value} with three digits, or four decimals where three digits were more. */
  public static String metric(double value) {
    return like(value, value);
  }

  /** Returns {@code value} with as many decimals as {@link #metric} gives {@code other}. */
  public static String like(double other, double value) {
    return value == 0 ? "0" : decimals(value, decimals(other));
  }

  /**
   * Returns both ends of {@code estimate} with the decimals of its value, e.g. {@code 12.8 to
   * 15.8}; empty if it has no interval.
   */
  public static Optional<String> interval(Estimate estimate) {
    return estimate.lower() <= estimate.upper()
        ? Optional.of(
            like(estimate.value(), estimate.lower())
                + " to "
                + like(estimate.value(), estimate.upper()))
        : Optional.empty();
  }

  private static int decimals(double value) {
    double size = Math.abs(value);
    return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
  }

  private static String decimals(double value, int decimals) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }

    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return minus(String.format(Locale.ROOT, "%,." + decimals + "f", rounded));
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
