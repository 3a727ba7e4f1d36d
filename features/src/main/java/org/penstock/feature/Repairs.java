package org.penstock.feature;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.config.RepairSettings;
import org.penstock.config.RepairSettings.Duplicates;
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

  private final RepairSettings rules;
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
  public Repairs(RowSchema<R> schema, RepairSettings rules) {
    this.schema = requireNonNull(schema, "schema");
    this.rules = requireNonNull(rules, "rules");
    this.times = new EventTimes<>(schema);
    this.entity = schema.indexOf(Role.ENTITY);
    if (rules.any() && !times.exist()) {
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
    tied.add(row);
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

  /** Returns {@code sorted} put right, which are all rows. */
  public List<R> all(List<R> sorted) {
    List<R> ready = new ArrayList<>();
    for (R row : sorted) {
      ready.addAll(next(row));
    }
    ready.addAll(rest());
    return ready;
  }

  /** Returns what was found so far. */
  public RepairCounts counts() {
    return new RepairCounts(
        rows, equalRows, otherRows, conflicts, gaps, absent, irregular, new TreeMap<>(stuck));
  }

  private Object key(R row) {
    return entity < 0 ? "" : schema.value(row, entity);
  }

  private List<R> withoutDuplicates() {
    if (tied.size() < 2) {
      return tied;
    }

    Map<Object, Collection<R>> kept = new LinkedHashMap<>();
    for (R row : tied) {
      add(row, kept.computeIfAbsent(key(row), _ -> ofOneEntity()));
    }
    return kept.values().stream().flatMap(Collection::stream).toList();
  }

  /** Of thousands of rows at one time none is compared with all others. */
  private Collection<R> ofOneEntity() {
    return rules.duplicates() == Duplicates.KEEP ? new ArrayList<>() : new LinkedHashSet<>();
  }

  private void add(R row, Collection<R> kept) {
    if (kept.isEmpty()) {
      kept.add(row);
      return;
    }

    switch (rules.duplicates()) {
      case KEEP -> {
        conflicts++;
        kept.add(row);
      }
      case DROP_EQUAL -> {
        if (kept.add(row)) {
          conflicts++;
        } else {
          equalRows++;
        }
      }
      case KEEP_FIRST, KEEP_LAST -> choose(row, kept);
    }
  }

  private void choose(R row, Collection<R> kept) {
    if (kept.contains(row)) {
      equalRows++;
      return;
    }

    otherRows++;
    if (rules.duplicates() == Duplicates.KEEP_LAST) {
      kept.clear();
      kept.add(row);
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
