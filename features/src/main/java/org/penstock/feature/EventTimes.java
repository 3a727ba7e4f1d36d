package org.penstock.feature;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Reads when rows happened: the column with {@link Role#EVENT_TIME}, a date meaning its first
 * moment.
 *
 * @param <R> the row record
 */
final class EventTimes<R extends Record> {

  private final RowSchema<R> schema;
  private final int column;
  private LocalDate lastDate = LocalDate.MIN;
  private LocalDateTime lastTime = LocalDateTime.MIN;

  /**
   * @throws IllegalArgumentException if event times may be missing or are not times
   */
  EventTimes(RowSchema<R> schema) {
    this.schema = schema;
    this.column = schema.indexOf(Role.EVENT_TIME);
    if (column >= 0) {
      check(schema.columns().get(column));
    }
  }

  private static void check(Column column) {
    boolean time =
        switch (column.kind()) {
          case DATE, TIMESTAMP -> true;
          case INT, LONG, DOUBLE, BOOLEAN, CATEGORY, TEXT -> false;
        };
    if (!time || column.optional()) {
      throw new IllegalArgumentException(
          "The event time '%s' must be a date or a time which is never missing"
              .formatted(column.name()));
    }
  }

  /** Returns whether rows have a time at all. */
  boolean exist() {
    return column >= 0;
  }

  /**
   * Returns when {@code row} happened; {@link LocalDateTime#MIN} for all rows if they have no time.
   */
  LocalDateTime of(R row) {
    if (column < 0) {
      return LocalDateTime.MIN;
    }

    Object value = schema.value(row, column);
    if (value instanceof LocalDateTime time) {
      return time;
    }

    if (!value.equals(lastDate)) {
      lastDate = (LocalDate) value;
      lastTime = lastDate.atStartOfDay();
    }
    return lastTime;
  }
}
