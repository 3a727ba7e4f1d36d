package org.penstock.dataset;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.penstock.row.Kind;

/**
 * Moments from which the near future is predicted, one after another: all rows up to an origin are
 * known, those of the horizon after it are judged.
 */
public final class RollingOrigins {

  private static final long MICROS_OF_SECOND = 1_000_000;

  private RollingOrigins() {}

  /**
   * Lays origins one horizon apart, so that each row after the first origin is judged once.
   *
   * @param from share of the rows, in order of time, that are known at the first origin, in (0, 1)
   * @param horizon how far is predicted, positive
   * @return in order of time; the train part of each is all that came before
   * @throws InvalidDatasetException if rows have no time, or a date for one and the horizon is no
   *     number of days
   */
  public static List<Split> of(Dataset dataset, double from, Duration horizon) {
    long[] times = dataset.times();
    long length = units(dataset, horizon);
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    int known = (int) Math.round(sorted.length * from);
    if (known == 0 || known >= sorted.length) {
      throw new InvalidDatasetException(
          "%d rows cannot be predicted from the share %s of them on"
              .formatted(sorted.length, from));
    }
    List<Split> origins = new ArrayList<>();
    for (long start = sorted[known]; start <= sorted[sorted.length - 1]; start += length) {
      long begin = start;
      long end = start + length;
      int[] before = rows(times, row -> times[row] < begin);
      int[] judged = rows(times, row -> times[row] >= begin && times[row] < end);
      if (judged.length > 0) {
        origins.add(new Split(before, judged));
      }
    }
    return List.copyOf(origins);
  }

  /** Returns {@code span} in the unit of the times of {@code dataset}. */
  public static long units(Dataset dataset, Duration span) {
    if (!dataset.hasTimes()) {
      throw new InvalidDatasetException(
          "A forecast needs a column of role EVENT_TIME, and the table has none");
    }
    if (dataset.timeKind() == Kind.DATE) {
      if (!span.equals(Duration.ofDays(span.toDays()))) {
        throw new InvalidDatasetException(
            "Rows have dates, so that a span of time is a number of days, got " + span);
      }
      return span.toDays();
    }
    return span.toSeconds() * MICROS_OF_SECOND + span.toNanosPart() / 1_000;
  }

  /** Returns the moment that {@code time} stands for. */
  public static LocalDateTime moment(Dataset dataset, long time) {
    return dataset.timeKind() == Kind.DATE
        ? LocalDate.ofEpochDay(time).atStartOfDay()
        : LocalDateTime.ofEpochSecond(
            Math.floorDiv(time, MICROS_OF_SECOND),
            (int) Math.floorMod(time, MICROS_OF_SECOND) * 1_000,
            ZoneOffset.UTC);
  }

  /** Returns the span that {@code units} of the times stand for. */
  public static Duration span(Dataset dataset, long units) {
    return dataset.timeKind() == Kind.DATE
        ? Duration.ofDays(units)
        : Duration.of(units, ChronoUnit.MICROS);
  }

  private static int[] rows(long[] times, IntPredicate chosen) {
    return Split.of(times.length, chosen).test();
  }
}
