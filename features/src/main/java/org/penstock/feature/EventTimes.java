package org.penstock.feature;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.penstock.row.CellSource;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Reads when rows happened: the column with {@link Role#EVENT_TIME}, a date meaning its first
 * moment.
 *
 * @param <R> the row record
 */
public final class EventTimes<R extends Record> {

  private final Optional<Function<R, ?>> time;
  private LocalDate lastDate = LocalDate.MIN;
  private LocalDateTime lastTime = LocalDateTime.MIN;

  /** Reads the time of rows of {@code schema}, on one thread. */
  public EventTimes(RowSchema<R> schema) {
    int column = schema.indexOf(Role.EVENT_TIME);
    this.time =
        column >= 0 && schema.source(column) instanceof CellSource.Objects<R>(var value)
            ? Optional.of(value)
            : Optional.empty();
  }

  /** Returns whether rows have a time at all. */
  public boolean exist() {
    return time.isPresent();
  }

  /**
   * Returns when {@code row} happened; {@link LocalDateTime#MIN} for all rows if they have no time.
   */
  public LocalDateTime of(R row) {
    if (time.isEmpty()) {
      return LocalDateTime.MIN;
    }

    Object value = time.get().apply(row);
    if (value instanceof LocalDateTime moment) {
      return moment;
    }

    if (!value.equals(lastDate)) {
      lastDate = (LocalDate) value;
      lastTime = lastDate.atStartOfDay();
    }
    return lastTime;
  }
}
