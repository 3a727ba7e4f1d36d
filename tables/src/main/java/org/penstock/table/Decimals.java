package org.penstock.table;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes, rounded exactly as {@link Double#parseDouble} rounds, and
 * several times faster for those of up to 19 digits.
 *
 * <p>The method is that of D. Lemire, <a href="https://arxiv.org/abs/2101.11408">Number Parsing at
 * a Gigabyte per Second</a>: the digits times a power of ten of 128 bits decide the rounding, and
 * the few numbers they cannot decide go to {@link Double#parseDouble}.
 */
final class Decimals {

  private static final int MAX_POWER = 64;
  private static final int MAX_DIGITS = 19;
  private static final int MAX_EXPONENT = 100_000;
  private static final double[] EXACT_POWERS = exactPowers();
  private static final long[] HIGH = new long[2 * MAX_POWER + 1];
  private static final long[] LOW = new long[2 * MAX_POWER + 1];

  static {
    for (int power = -MAX_POWER; power <= MAX_POWER; power++) {
      BigInteger mantissa = mantissa(power);
      HIGH[power + MAX_POWER] = mantissa.shiftRight(64).longValue();
      LOW[power + MAX_POWER] = mantissa.longValue();
    }
  }

  private Decimals() {}

  /**
   * Returns the number written in {@code bytes}: an optional sign, digits with at most one point
   * among them, an optional exponent. Infinite if it is too large, NaN if it is no number; the
   * words NaN and Infinity are none.
   */
  static double parse(byte[] bytes, int from, int to) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    if (negative || (i < to && bytes[i] == '+')) {
      i++;
    }
    long digits = 0;
    int significant = 0;
    int exponent = 0;
    int seen = 0;
    boolean fraction = false;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        seen++;
        significant += significant > 0 || digit > 0 ? 1 : 0;
        digits = digits * 10 + digit;
        exponent -= fraction ? 1 : 0;
      } else if (bytes[i] == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    if (seen == 0) {
      return Double.NaN;
    }

    if (i < to) {
      int written = exponent(bytes, i, to);
      if (written == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += written;
    }
    if (significant > MAX_DIGITS) {
      return exactly(bytes, from, to);
    }

    double magnitude = magnitude(digits, exponent);
    if (magnitude < 0) {
      return exactly(bytes, from, to);
    }

    return negative ? -magnitude : magnitude;
  }

  /** The exponent written at {@code e}; the smallest integer if it is none. */
  private static int exponent(byte[] bytes, int from, int to) {
    int i = from + 1;
    if ((bytes[from] | 0x20) != 'e' || i == to) {
      return Integer.MIN_VALUE;
    }

    boolean negative = bytes[i] == '-';
    if (negative || bytes[i] == '+') {
      i++;
    }
    if (i == to) {
      return Integer.MIN_VALUE;
    }

    int exponent = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(exponent * 10 + digit, MAX_EXPONENT);
    }
    return negative ? -exponent : exponent;
  }

  /** The double nearest to {@code digits}, unsigned, times a power of ten; -1 if undecided. */
  private static double magnitude(long digits, int power) {
    if (digits == 0) {
      return 0;
    }

    if (digits >>> 53 == 0 && power >= -22 && power <= 22) {
      return power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
    }

    if (power < -MAX_POWER || power > MAX_POWER) {
      return -1;
    }

    int shift = Long.numberOfLeadingZeros(digits);
    long normal = digits << shift;
    long exponent = (217706L * power >> 16) + 64 + 1023 - shift;
    long high = Math.unsignedMultiplyHigh(normal, HIGH[power + MAX_POWER]);
    long low = normal * HIGH[power + MAX_POWER];
    if ((high & 0x1ff) == 0x1ff && Long.compareUnsigned(low + normal, normal) < 0) {
      long middle = Math.unsignedMultiplyHigh(normal, LOW[power + MAX_POWER]);
      long least = normal * LOW[power + MAX_POWER];
      long sum = low + middle;
      high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
      low = sum;
      if ((high & 0x1ff) == 0x1ff
          && low == -1
          && Long.compareUnsigned(least + normal, normal) < 0) {
        return -1;
      }
    }
    int top = (int) (high >>> 63);
    long mantissa = high >>> (top + 9);
    exponent -= 1 ^ top;
    if (low == 0 && (high & 0x1ff) == 0 && (mantissa & 3) == 1) {
      return -1;
    }

    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa >>> 53 > 0) {
      mantissa >>>= 1;
      exponent++;
    }
    return exponent < 1 || exponent > 2046
        ? -1
        : Double.longBitsToDouble(exponent << 52 | (mantissa & ((1L << 52) - 1)));
  }

  private static double exactly(byte[] bytes, int from, int to) {
    return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /** The first 128 bits of a power of ten, rounded down. */
  private static BigInteger mantissa(int power) {
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    if (power >= 0) {
      int shift = 128 - ten.bitLength();
      return shift >= 0 ? ten.shiftLeft(shift) : ten.shiftRight(-shift);
    }

    BigInteger quotient = BigInteger.ONE.shiftLeft(ten.bitLength() + 128).divide(ten);
    return quotient.shiftRight(quotient.bitLength() - 128);
  }

  private static double[] exactPowers() {
    double[] powers = new double[23];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
