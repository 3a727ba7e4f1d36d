package org.penstock.feature;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Puts rows right by rules: the same rows in the order of their time give the same rows again, in a
 * file as in a request. Only rows before a row change what becomes of it, but for duplicates, which
 * are of its own time.
 *
 * <p>Memory grows with the entities and with rows of one time. Used by one thread.
 *
 * @param <R> the row record
 */
public final class Repairs<R extends Record> {

  private final RepairRules rules;
  private final RowSchema<R> schema;
  private final EventTimes<R> times;
  private final int entity;
  private final Map<Object, Series> series = new LinkedHashMap<>();
  private final List<R> tied = new ArrayList<>();
  private final Map<String, Long> stuck = new TreeMap<>();
  private LocalDateTime now = LocalDateTime.MIN;
  private long rows;
  private long equalRows;
  private long otherRows;
  private long conflicts;
  private long future;
  private long gaps;
  private long absent;
  private long irregular;

  /** What is known of one entity. */
  private final class Series {
    private final StuckReadings<R> readings = new StuckReadings<>(schema, rules.stuckAfter());
    private LocalDateTime last = LocalDateTime.MIN;
  }

  /**
   * Starts with no row.
   *
   * @throws IllegalArgumentException if there are rules though rows have no event time
   */
  public Repairs(RowSchema<R> schema, RepairRules rules) {
    this.schema = requireNonNull(schema, "schema");
    this.rules = requireNonNull(rules, "rules");
    this.times = new EventTimes<>(schema);
    this.entity = schema.indexOf(Role.ENTITY);
    if (!rules.isEmpty() && !times.exist()) {
      throw new IllegalArgumentException(
          "Rows without an event time have no order to repair them by");
    }
  }

  /**
   * Takes the next row; rows come in event-time order.
   *
   * @return the rows before it that are ready, in order: those of the time before, once a later row
   *     is here
   * @throws DisorderException if {@code row} happened before the row of the previous call
   */
  public List<R> next(R row) {
    LocalDateTime time = times.of(row);
    if (time.isBefore(now)) {
      throw new DisorderException(rows + tied.size() + 1, time, now);
    }

    List<R> ready = time.isAfter(now) ? rest() : List.of();
    now = time;
    if (rules.latest().isPresent() && time.toLocalDate().isAfter(rules.latest().get())) {
      future++;
    } else {
      tied.add(row);
    }
    return ready;
  }

  /** Returns the rows that are left once there are no more. */
  public List<R> rest() {
    List<R> ready = new ArrayList<>();
    for (R row : withoutDuplicates()) {
      Series own = series.computeIfAbsent(key(row), _ -> new Series());
      count(own.last);
      own.last = now;
      ready.add(own.readings.repaired(row, column -> stuck.merge(column, 1L, Long::sum)));
    }
    tied.clear();
    rows += ready.size();
    return ready;
  }

  /** Returns what was found so far. */
  public RepairCounts counts() {
    return new RepairCounts(
        rows,
        equalRows,
        otherRows,
        conflicts,
        future,
        gaps,
        absent,
        irregular,
        new TreeMap<>(stuck));
  }

  private Object key(R row) {
    return entity < 0 ? "" : schema.value(row, entity);
  }

  private List<R> withoutDuplicates() {
    if (tied.size() < 2) {
      return tied;
    }

    Map<Object, List<R>> kept = new LinkedHashMap<>();
    for (R row : tied) {
      add(row, kept.computeIfAbsent(key(row), _ -> new ArrayList<>()));
    }
    return kept.values().stream().flatMap(List::stream).toList();
  }

  private void add(R row, List<R> kept) {
    boolean equal = kept.contains(row);
    if (kept.isEmpty()) {
      kept.add(row);
    } else if (rules.duplicates() == RepairRules.Duplicates.KEEP) {
      conflicts++;
      kept.add(row);
    } else if (equal) {
      equalRows++;
    } else {
      resolve(row, kept);
    }
  }

  private void resolve(R row, List<R> kept) {
    switch (rules.duplicates()) {
      case KEEP, DROP_EQUAL -> {
        conflicts++;
        kept.add(row);
      }
      case KEEP_FIRST -> otherRows++;
      case KEEP_LAST -> {
        otherRows++;
        kept.set(0, row);
      }
    }
  }

  private void count(LocalDateTime last) {
    if (rules.step().isEmpty() || last.equals(LocalDateTime.MIN) || last.equals(now)) {
      return;
    }

    Duration step = rules.step().get();
    Duration between = Duration.between(last, now);
    long steps = between.dividedBy(step);
    if (!step.multipliedBy(steps).equals(between)) {
      irregular++;
    }
    if (steps > 1) {
      gaps++;
      absent += steps - 1;
    }
  }
}
