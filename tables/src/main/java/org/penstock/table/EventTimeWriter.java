package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;

/**
 * Writes rows to a Parquet table in the order of their event time, whatever order they come in.
 * Rows of equal time keep their order, and so do all rows of a type without an event time.
 *
 * <p>Rows that come in order go straight to the table. From the first that does not on, runs of
 * rows are sorted in memory, spilled beside the table, and merged at the end; memory does not grow
 * with their number. Used by one thread.
 *
 * @param <R> the row record
 */
public final class EventTimeWriter<R extends Record> implements Closeable {

  private static final int RUN_ROWS = 100_000;
  private static final int MAX_RUNS = 16;

  private final Path table;
  private final RowSchema<R> schema;
  private final TableSchema<R> tableSchema;
  private final EventTimeKey<R> key;
  private final int runRows;
  private final List<Path> runs = new ArrayList<>();
  private final List<Keyed<R>> unsorted = new ArrayList<>();
  private RowWriter<R> inOrder;
  private boolean sorting;
  private boolean closed;
  private int files;
  private long rows;
  private long latest = Long.MIN_VALUE;

  private record Keyed<R>(long time, R row) {}

  /** {@code table}: the file to write; runs are spilled to files of the same name and a number. */
  public EventTimeWriter(Path table, RowSchema<R> schema) throws IOException {
    this(table, schema, RUN_ROWS);
  }

  /** {@code runRows}: how many rows are sorted in memory. */
  EventTimeWriter(Path table, RowSchema<R> schema, int runRows) throws IOException {
    this.table = table;
    this.schema = schema;
    this.tableSchema = TableSchema.of(schema);
    this.key = EventTimeKey.of(schema, schema.indexOf(Role.EVENT_TIME));
    this.runRows = runRows;
    this.inOrder = new RowWriter<>(table, tableSchema);
  }

  /** Adds a row. */
  public void write(R row) throws IOException {
    rows++;
    long time = key.of(row);
    if (sorting) {
      unsorted.add(new Keyed<>(time, row));
      if (unsorted.size() >= runRows) {
        spill();
      }
      return;
    }

    if (time >= latest) {
      latest = time;
      inOrder.write(row);
      return;
    }

    startSorting();
    unsorted.add(new Keyed<>(time, row));
  }

  /** Returns how many rows were added. */
  public long rows() {
    return rows;
  }

  /** Returns whether all rows so far came in order. */
  public boolean isInOrder() {
    return !sorting;
  }

  /** Finishes the table. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }

    closed = true;
    if (!sorting) {
      inOrder.close();
      return;
    }

    spill();
    try (RowWriter<R> sorted = new RowWriter<>(table, tableSchema)) {
      merge(sorted);
    }
  }

  private void startSorting() throws IOException {
    sorting = true;
    inOrder.close();
    Path run = newRun();
    Files.move(table, run);
    runs.add(run);
  }

  private void spill() throws IOException {
    if (unsorted.isEmpty()) {
      return;
    }

    unsorted.sort(Comparator.comparingLong(Keyed::time));
    Path run = newRun();
    try (RowWriter<R> writer = new RowWriter<>(run, tableSchema)) {
      for (Keyed<R> keyed : unsorted) {
        writer.write(keyed.row());
      }
    }
    unsorted.clear();
    runs.add(run);
    if (runs.size() == MAX_RUNS) {
      Path merged = newRun();
      try (RowWriter<R> writer = new RowWriter<>(merged, tableSchema)) {
        merge(writer);
      }
      runs.add(merged);
    }
  }

  private Path newRun() {
    return table.resolveSibling(table.getFileName() + "." + files++);
  }

  /** Writes all runs in order, and removes them. Of equal times the earlier run comes first. */
  private void merge(RowWriter<R> writer) throws IOException {
    try (MergedRuns<R> merged = new MergedRuns<>(runs, schema, key)) {
      while (merged.hasNext()) {
        writer.write(merged.next());
      }
    }
    for (Path run : runs) {
      Files.delete(run);
    }
    runs.clear();
  }
}
