package org.penstock.model;

import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Rows an hour apart, of four hours a day, every third day a holiday, and a season. */
final class Hours {

  static final int PERIOD = 4;
  private static final long MICROS = 3_600_000_000L;

  private Hours() {}

  static Dataset of(int rows, IntToDoubleFunction load) {
    return Dataset.of(
        new ColumnTable(
            List.of(
                column("holiday", Kind.CATEGORY, List.of("no", "yes"), Role.FEATURE),
                column("hour", Kind.INT, List.of(), Role.FEATURE),
                column("warmth", Kind.DOUBLE, List.of(), Role.FEATURE),
                column("load", Kind.DOUBLE, List.of(), Role.LABEL),
                column("at", Kind.TIMESTAMP, List.of(), Role.EVENT_TIME)),
            List.of(
                numbers(rows, Hours::holiday),
                numbers(rows, Hours::hour),
                numbers(rows, Hours::warmth),
                numbers(rows, load),
                new Longs(LongStream.range(0, rows).map(row -> row * MICROS).toArray())),
            rows));
  }

  static int holiday(int row) {
    return row / PERIOD % 3 == 0 ? 1 : 0;
  }

  static int hour(int row) {
    return row % PERIOD + 6;
  }

  static double warmth(int row) {
    return StrictMath.sin(row / 50.0);
  }

  private static Numbers numbers(int rows, IntToDoubleFunction value) {
    return new Numbers(IntStream.range(0, rows).mapToDouble(value).toArray());
  }

  private static Column column(String name, Kind kind, List<String> levels, Role role) {
    return new Column(
        name,
        kind,
        false,
        levels,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(role),
        false,
        "");
  }
}
