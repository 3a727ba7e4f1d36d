package org.penstock.table;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.penstock.row.Constraint;

/** Readers of columns of numbers and of booleans that are never missing. */
final class NumberCells {

  private static final int MAX_LONG_DIGITS = 18;

  private NumberCells() {}

  /** Whole numbers of 32 or 64 bits; {@code 2.0} is one, as some programs write them so. */
  record Whole(int index, boolean optional, boolean wide, double min, double max)
      implements CellReader {

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      boolean negative = bytes[from] == '-';
      int first = negative || bytes[from] == '+' ? from + 1 : from;
      int end = withoutZeroFraction(bytes, first, to);
      if (end == first || end - first > MAX_LONG_DIGITS + 1) {
        return Outcome.MISMATCH;
      }

      long number = 0;
      for (int i = first; i < end; i++) {
        int digit = bytes[i] - '0';
        if (digit < 0 || digit > 9) {
          return Outcome.MISMATCH;
        }
        number = number * 10 + digit;
      }
      if (number < 0) {
        return Outcome.MISMATCH;
      }

      number = negative ? -number : number;
      if (!wide && number != (int) number) {
        return Outcome.MISMATCH;
      }

      if (!(number >= min && number <= max)) {
        return Outcome.OUT_OF_RANGE;
      }

      store(number, into);
      return Outcome.GOOD;
    }

    private void store(long number, RowValues into) {
      if (!optional) {
        into.numbers[index] = number;
      } else {
        into.objects[index] = wide ? OptionalLong.of(number) : OptionalInt.of((int) number);
      }
    }

    private static int withoutZeroFraction(byte[] bytes, int from, int to) {
      int end = to;
      while (end > from && bytes[end - 1] == '0') {
        end--;
      }
      return end < to && end > from && bytes[end - 1] == '.' ? end - 1 : to;
    }
  }

  /** Finite numbers. */
  record Decimal(int index, boolean optional, Constraint constraint) implements CellReader {

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      double number = Decimals.parse(bytes, from, to);
      if (Double.isNaN(number)) {
        return Outcome.MISMATCH;
      }

      if (!constraint.allows(number)) {
        return Outcome.OUT_OF_RANGE;
      }

      if (optional) {
        into.objects[index] = OptionalDouble.of(number);
      } else {
        into.numbers[index] = Double.doubleToRawLongBits(number);
      }
      return Outcome.GOOD;
    }
  }

  /** One of two texts. */
  record Truth(int index, byte[] yes, byte[] no) implements CellReader {

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      if (equal(yes, bytes, from, to)) {
        into.numbers[index] = 1;
        return Outcome.GOOD;
      }

      into.numbers[index] = 0;
      return equal(no, bytes, from, to) ? Outcome.GOOD : Outcome.MISMATCH;
    }

    private static boolean equal(byte[] text, byte[] bytes, int from, int to) {
      return text.length == to - from
          && (text.length == 1
              ? text[0] == bytes[from]
              : Arrays.equals(text, 0, text.length, bytes, from, to));
    }
  }
}
