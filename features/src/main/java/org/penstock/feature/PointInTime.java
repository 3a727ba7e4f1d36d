package org.penstock.feature;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Replays the rows of all entities in event-time order and computes the features of each.
 *
 * <p>The history of an entity is asked for the features of a row before it is shown that row, and
 * it is shown a row only once that row is known ({@link FeatureView#knownAt}). So features cannot
 * depend on their own row's outcome or on the future, whatever the view does.
 *
 * <p>Rows without an entity have no history. Rows without an event time are all tied. Memory grows
 * with the number of entities, and with the rows that are not yet known or tied with the present
 * one, not with the number of rows. Used by one thread.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public final class PointInTime<R extends Record, F extends Record> {

  private final FeatureView<R, F> view;
  private final AsOf asOf;
  private final Ties ties;
  private final EventTimes<R> times;
  private final Entities<R, F> entities;
  private final Queue<Unseen<R, F>> tied = new ArrayDeque<>();
  private final Queue<Unseen<R, F>> late = new PriorityQueue<>(Unseen.ORDER);
  private LocalDateTime now = LocalDateTime.MIN;
  private long rows;

  /** Starts with no history. */
  public PointInTime(FeatureView<R, F> view, AsOf asOf, Ties ties) {
    this(view, RowSchema.of(view.rowType()), asOf, ties);
  }

  /**
   * Starts with no history.
   *
   * @param schema of the rows of {@code view}; reading it takes long, so who starts often reads it
   *     once
   */
  public PointInTime(FeatureView<R, F> view, RowSchema<R> schema, AsOf asOf, Ties ties) {
    this.view = requireNonNull(view, "view");
    this.asOf = requireNonNull(asOf, "asOf");
    this.ties = requireNonNull(ties, "ties");
    this.times = new EventTimes<>(schema);
    this.entities =
        schema.indexOf(Role.ENTITY) < 0
            ? new Nobody<>(view.history())
            : new Everybody<>(view, EntityIndex.of(schema), new ArrayList<>());
  }

  /**
   * Computes the features of the next row, and keeps the row for the history of its entity.
   *
   * @throws DisorderException if {@code row} happened before the row of the previous call; the row
   *     is then not taken
   */
  public F next(R row) {
    LocalDateTime time = times.of(row);
    if (time.isBefore(now)) {
      throw new DisorderException(rows + 1, time, now);
    }

    if (time.isAfter(now)) {
      now = time;
      observeWhatIsKnown();
    }

    rows++;
    History<R, F> history = entities.history(row);
    F features = history.features(row, asOf.at(time));
    keep(row, history);
    return features;
  }

  /** Returns how many entities were seen; 0 if rows have none. */
  public int entities() {
    return entities.size();
  }

  private void keep(R row, History<R, F> history) {
    if (!entities.remember()) {
      return;
    }

    LocalDateTime known = times.exist() ? view.knownAt(row).filter(now::isBefore).orElse(now) : now;
    if (known.isAfter(now)) {
      late.add(new Unseen<>(known, rows, history, row));
      return;
    }

    switch (ties) {
      case ROW_ORDER -> history.observe(row);
      case UNSEEN -> {
        if (times.exist()) {
          tied.add(new Unseen<>(known, rows, history, row));
        }
      }
    }
  }

  private void observeWhatIsKnown() {
    for (Queue<Unseen<R, F>> queue = earlier();
        !queue.isEmpty() && isKnown(queue.element());
        queue = earlier()) {
      Unseen<R, F> next = queue.remove();
      next.history().observe(next.row());
    }
  }

  private Queue<Unseen<R, F>> earlier() {
    return late.isEmpty()
            || !tied.isEmpty() && Unseen.ORDER.compare(tied.element(), late.element()) < 0
        ? tied
        : late;
  }

  private boolean isKnown(Unseen<R, F> row) {
    return switch (ties) {
      case UNSEEN -> row.known().isBefore(now);
      case ROW_ORDER -> !row.known().isAfter(now);
    };
  }

  /** A row that its history was not shown yet. */
  private record Unseen<R extends Record, F extends Record>(
      LocalDateTime known, long number, History<R, F> history, R row) {

    static final Comparator<Unseen<?, ?>> ORDER =
        Comparator.<Unseen<?, ?>, LocalDateTime>comparing(Unseen::known)
            .thenComparingLong(Unseen::number);
  }

  /** Whose history a row belongs to. */
  private sealed interface Entities<R extends Record, F extends Record> {
    History<R, F> history(R row);

    /** Returns whether histories are shown their rows. */
    boolean remember();

    int size();
  }

  /** Rows without an entity: one history, which is never shown a row. */
  private record Nobody<R extends Record, F extends Record>(History<R, F> empty)
      implements Entities<R, F> {

    @Override
    public History<R, F> history(R row) {
      return empty;
    }

    @Override
    public boolean remember() {
      return false;
    }

    @Override
    public int size() {
      return 0;
    }
  }

  /** A history for each entity, from its first row on. */
  private record Everybody<R extends Record, F extends Record>(
      FeatureView<R, F> view, EntityIndex<R> index, List<History<R, F>> histories)
      implements Entities<R, F> {

    @Override
    public History<R, F> history(R row) {
      int entity = index.add(row);
      if (entity == histories.size()) {
        histories.add(view.history());
      }
      return histories.get(entity);
    }

    @Override
    public boolean remember() {
      return true;
    }

    @Override
    public int size() {
      return histories.size();
    }
  }
}
