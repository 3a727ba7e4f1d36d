package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.penstock.row.RowSchema;

/** The rows of several tables, each in event-time order, as one sequence in that order. */
final class MergedRuns<R extends Record> implements Iterator<R>, Closeable {

  private final EventTimeKey<R> key;
  private final List<RowReader<R>> readers = new ArrayList<>();
  private final PriorityQueue<Head<R>> heads =
      new PriorityQueue<>(
          Comparator.<Head<R>>comparingLong(Head::time).thenComparingInt(Head::run));

  /** The next row of one run. */
  private record Head<R>(long time, int run, R row) {}

  /** Of rows of equal time those of an earlier table of {@code runs} come first. */
  MergedRuns(List<Path> runs, RowSchema<R> schema, EventTimeKey<R> key) throws IOException {
    this.key = key;
    try {
      for (Path run : runs) {
        readers.add(new RowReader<>(run, schema));
        advance(readers.size() - 1);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public R next() {
    if (heads.isEmpty()) {
      throw new NoSuchElementException("The runs have no more rows");
    }

    Head<R> first = heads.remove();
    advance(first.run());
    return first.row();
  }

  @Override
  public void close() throws IOException {
    for (RowReader<R> reader : readers) {
      reader.close();
    }
  }

  private void advance(int run) {
    RowReader<R> reader = readers.get(run);
    if (reader.hasNext()) {
      R row = reader.next();
      heads.add(new Head<>(key.of(row), run, row));
    }
  }
}
