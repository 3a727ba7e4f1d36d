package org.penstock.feature;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Collects the latest features of every entity and writes them as a {@link FeatureTable}.
 *
 * <p>The table of rows without an entity is empty: there is nobody to look up.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
public final class FeatureTableWriter<R extends Record, F extends Record> {

  private final RowSchema<R> rows;
  private final RowSchema<F> features;
  private final Optional<EntityIndex<R>> entities;
  private final EventTimes<R> times;
  private final List<Featured<R, F>> latest = new ArrayList<>();

  /** Starts with no entity. */
  public FeatureTableWriter(FeatureView<R, F> view) {
    this.rows = RowSchema.of(view.rowType());
    this.features = RowSchema.of(view.featureType());
    this.entities =
        rows.indexOf(Role.ENTITY) < 0 ? Optional.empty() : Optional.of(EntityIndex.of(rows));
    this.times = new EventTimes<>(rows);
  }

  /** Replaces what is known of the entity of {@code row}; rows come in event-time order. */
  public void add(R row, F features) {
    add(new Featured<>(row, features));
  }

  /** Replaces what is known of the entity of {@code next}; rows come in event-time order. */
  public void add(Featured<R, F> next) {
    if (entities.isEmpty()) {
      return;
    }

    int entity = entities.get().add(next.row());
    if (entity == latest.size()) {
      latest.add(next);
      return;
    }

    latest.set(entity, next);
  }

  /** Returns the last row of every entity, in the order of their ids. */
  public List<Featured<R, F>> latest() {
    return entities
        .map(index ->
            IntStream.range(0, latest.size())
                .boxed()
                .sorted(index::compare)
                .map(latest::get)
                .toList())
        .orElse(List.of());
  }

  /** Writes the table; equal content gives equal bytes. */
  public void write(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new CheckedOutputStream(Files.newOutputStream(file), sum), 1 << 16))) {
      write(latest(), out);
      out.flush();
      out.writeLong(sum.getValue());
    }
  }

  private void write(List<Featured<R, F>> latest, DataOutputStream out) throws IOException {
    int entity = rows.indexOf(Role.ENTITY);
    Column column = entity < 0 ? FeatureTable.NOBODY : rows.columns().get(entity);
    new FeatureTableHead(column, features.columns(), latest.size()).write(out);
    for (Featured<R, F> one : latest) {
      EntityIds.write(rows.value(one.row(), entity), column, out);
    }
    for (Featured<R, F> one : latest) {
      out.writeLong(micros(one.row()));
    }
    for (Featured<R, F> one : latest) {
      for (double value : features.toNumbers(one.features())) {
        out.writeDouble(value);
      }
    }
  }

  private long micros(R row) {
    return times.exist()
        ? ChronoUnit.MICROS.between(FeatureTable.EPOCH, times.of(row))
        : FeatureTable.NO_TIME;
  }
}
