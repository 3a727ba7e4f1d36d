package org.penstock.feature;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Counts rows that come after a later row of their entity. Rows without an event time have no
 * order. Memory grows with the entities.
 *
 * @param <R> the row record
 */
public final class ArrivalOrder<R extends Record> {

  private final RowSchema<R> schema;
  private final EventTimes<R> times;
  private final int entity;
  private final Map<Object, LocalDateTime> latest = new HashMap<>();
  private long late;

  /** Starts with no row. */
  public ArrivalOrder(RowSchema<R> schema) {
    this.schema = schema;
    this.times = new EventTimes<>(schema);
    this.entity = schema.indexOf(Role.ENTITY);
  }

  /** Takes the next row as it arrives. */
  public void add(R row) {
    LocalDateTime time = times.of(row);
    Object key = entity < 0 ? "" : schema.value(row, entity);
    LocalDateTime before = latest.getOrDefault(key, LocalDateTime.MIN);
    if (time.isBefore(before)) {
      late++;
    } else {
      latest.put(key, time);
    }
  }

  /** Returns how many rows came too late so far. */
  public long late() {
    return late;
  }
}
