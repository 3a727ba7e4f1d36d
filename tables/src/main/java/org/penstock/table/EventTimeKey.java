package org.penstock.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.penstock.row.CellSource;
import org.penstock.row.RowSchema;

/** The event time of a row as a number: days of a date, microseconds of a timestamp. */
interface EventTimeKey<R> {

  long of(R row);

  /** Returns the key of the column at {@code index}; all rows are equal if that is -1. */
  static <R extends Record> EventTimeKey<R> of(RowSchema<R> schema, int index) {
    if (index < 0) {
      return row -> 0;
    }

    if (!(schema.source(index) instanceof CellSource.Objects<R>(Function<R, ?> value))) {
      throw new IllegalArgumentException("The event time is a date or a timestamp");
    }
    return row -> number(value.apply(row));
  }

  private static long number(Object time) {
    return switch (time) {
      case LocalDate date -> date.toEpochDay();
      case LocalDateTime moment ->
          moment.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + moment.getNano() / 1000;
      default -> throw new IllegalArgumentException("Not an event time: " + time);
    };
  }
}
