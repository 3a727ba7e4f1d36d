package org.penstock.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Readers of columns of dates and of times, in the form of ISO 8601. */
final class TimeCells {

  private static final int DATE_LENGTH = 10;
  private static final int MICROS_DIGITS = 6;

  private TimeCells() {}

  /** Dates such as {@code 2024-02-29}; each is one object, as a file has few different ones. */
  static final class Day implements CellReader {

    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 200;

    private final int index;
    private final boolean optional;
    private final Object[] known = new Object[YEARS * 12 * 31];

    Day(int index, boolean optional) {
      this.index = index;
      this.optional = optional;
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      int packed = to - from == DATE_LENGTH ? packed(bytes, from) : -1;
      if (packed < 0) {
        return Outcome.MISMATCH;
      }

      int slot = packed - FIRST_YEAR * 12 * 31;
      boolean usual = slot >= 0 && slot < known.length;
      Object day = usual ? known[slot] : null;
      if (day == null) {
        Optional<LocalDate> made = date(packed);
        if (made.isEmpty()) {
          return Outcome.MISMATCH;
        }

        day = optional ? made : made.get();
        if (usual) {
          known[slot] = day;
        }
      }
      into.objects[index] = day;
      return Outcome.GOOD;
    }
  }

  /** Times such as {@code 2024-02-29 13:45:00.25}, to the microsecond; the time may be missing. */
  record Moment(int index, boolean optional) implements CellReader {

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      Optional<LocalDateTime> time = time(bytes, from, to);
      if (time.isEmpty()) {
        return Outcome.MISMATCH;
      }

      into.objects[index] = optional ? time : time.get();
      return Outcome.GOOD;
    }

    private static Optional<LocalDateTime> time(byte[] bytes, int from, int to) {
      int packed = to - from >= DATE_LENGTH ? packed(bytes, from) : -1;
      Optional<LocalDate> date = packed < 0 ? Optional.empty() : date(packed);
      int start = from + DATE_LENGTH;
      if (date.isEmpty() || start == to) {
        return date.map(LocalDate::atStartOfDay);
      }

      boolean hasSeconds = to - start >= 9;
      boolean hasFraction = to - start > 10;
      if ((bytes[start] != 'T' && bytes[start] != ' ')
          || (!hasSeconds && to - start != 6)
          || (hasSeconds && !hasFraction && to - start != 9)
          || bytes[start + 3] != ':'
          || (hasSeconds && bytes[start + 6] != ':')
          || (hasFraction && bytes[start + 9] != '.')) {
        return Optional.empty();
      }

      int hour = digits(bytes, start + 1, start + 3);
      int minute = digits(bytes, start + 4, start + 6);
      int second = hasSeconds ? digits(bytes, start + 7, start + 9) : 0;
      int micros = hasFraction ? micros(bytes, start + 10, to) : 0;
      if ((hour | minute | second | micros) < 0 || hour > 23 || minute > 59 || second > 59) {
        return Optional.empty();
      }
      return Optional.of(date.get().atTime(hour, minute, second, micros * 1000));
    }

    /** Digits beyond the sixth are read and dropped. */
    private static int micros(byte[] bytes, int from, int to) {
      int kept = Math.min(to, from + MICROS_DIGITS);
      if (to - from > 9 || (kept < to && digits(bytes, kept, to) < 0)) {
        return -1;
      }

      int micros = digits(bytes, from, kept);
      for (int i = kept - from; i < MICROS_DIGITS && micros > 0; i++) {
        micros *= 10;
      }
      return micros;
    }
  }

  /** Year, month and day of ten bytes in one number, or -1 if they are not written so. */
  private static int packed(byte[] bytes, int from) {
    int year = digits(bytes, from, from + 4);
    int month = digits(bytes, from + 5, from + 7);
    int day = digits(bytes, from + 8, from + 10);
    boolean plausible =
        bytes[from + 4] == '-'
            && bytes[from + 7] == '-'
            && year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31;
    return plausible ? (year * 12 + month - 1) * 31 + day - 1 : -1;
  }

  private static Optional<LocalDate> date(int packed) {
    try {
      return Optional.of(LocalDate.of(packed / (12 * 31), packed / 31 % 12 + 1, packed % 31 + 1));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The number written in digits only, or -1. */
  private static int digits(byte[] bytes, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
