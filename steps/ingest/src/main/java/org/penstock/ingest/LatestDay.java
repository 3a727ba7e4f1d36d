package org.penstock.ingest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.penstock.feature.EventTimes;
import org.penstock.row.Column;
import org.penstock.row.Problem;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/** Finds rows of the future: later than the last day that rows of a file may be of. */
final class LatestDay<R extends Record> implements Function<R, Optional<Problem>> {

  private final LocalDateTime end;
  private final LocalDate latest;
  private final EventTimes<R> times;
  private final Column column;

  /**
   * @throws IllegalArgumentException if rows have no event time
   */
  LatestDay(RowSchema<R> schema, LocalDate latest) {
    int index = schema.indexOf(Role.EVENT_TIME);
    if (index < 0) {
      throw new IllegalArgumentException("Rows without an event time are of no day");
    }

    this.latest = latest;
    this.end = latest.plusDays(1).atStartOfDay();
    this.times = new EventTimes<>(schema);
    this.column = schema.columns().get(index);
  }

  @Override
  public Optional<Problem> apply(R row) {
    LocalDateTime time = times.of(row);
    return time.isBefore(end)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                column.name(),
                "%s, expected no later day than %s, which is ingest.repairs.latest"
                    .formatted(
                        column.personal()
                            ? "has a value that is personal and not shown"
                            : "is " + time,
                        latest)));
  }
}
