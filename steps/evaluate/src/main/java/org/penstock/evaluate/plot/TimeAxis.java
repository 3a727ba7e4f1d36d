package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A horizontal axis of time, in hours or days since the midnight before it begins, so that round
 * numbers of it are round times.
 *
 * @param base the midnight
 * @param unit an hour or a day
 * @param axis in this unit
 */
public record TimeAxis(LocalDateTime base, Duration unit, Axis axis) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Up to this long, hours are told apart. */
  private static final Duration HOURS = Duration.ofDays(2);

  public TimeAxis {
    requireNonNull(base, "base");
    requireNonNull(unit, "unit");
    requireNonNull(axis, "axis");
  }

  /** Returns the axis from {@code first} to {@code last}, or a little beyond where they are one. */
  public static TimeAxis of(String label, LocalDateTime first, LocalDateTime last) {
    LocalDateTime base = first.toLocalDate().atStartOfDay();
    Duration unit =
        Duration.between(first, last).compareTo(HOURS) <= 0
            ? Duration.ofHours(1)
            : Duration.ofDays(1);
    double from = since(base, first, unit);
    double to = Math.max(since(base, last, unit), from + 1e-6);
    return new TimeAxis(base, unit, new Axis(label, from, to, at -> tick(moment(base, unit, at))));
  }

  /** Returns where {@code time} stands on the axis. */
  public double at(LocalDateTime time) {
    return since(base, time, unit);
  }

  /** Returns the time at a place of the axis, to the minute. */
  public String moment(double at) {
    return MOMENT.format(moment(base, unit, at));
  }

  /** A midnight is a day. */
  private static String tick(LocalDateTime time) {
    return (time.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : HOUR).format(time);
  }

  private static double since(LocalDateTime base, LocalDateTime time, Duration unit) {
    return (double) Duration.between(base, time).toSeconds() / unit.toSeconds();
  }

  private static LocalDateTime moment(LocalDateTime base, Duration unit, double at) {
    return base.plusSeconds(Math.round(at * unit.toSeconds()));
  }
}
