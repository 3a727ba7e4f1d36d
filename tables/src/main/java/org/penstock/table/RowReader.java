package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnReader;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

/**
 * Reads the rows of a Parquet table in their order. Memory does not grow with the table. Used by
 * one thread.
 *
 * @param <R> the row record
 */
public final class RowReader<R extends Record> implements Iterator<R>, Closeable {

  private static final int BATCH = 1024;

  private final ParquetFile file;
  private final List<Column> columns;
  private final RowFactory<R> factory;
  private final RowValues values;
  private final List<CellBuffer> buffers;
  private List<ColumnReader> readers = List.of();
  private int leftInGroup;
  private int buffered;
  private int position;

  RowReader(Path path, RowSchema<R> schema) throws IOException {
    this.columns = schema.columns();
    this.factory = new RowFactory<>(schema);
    this.values = new RowValues(columns.size());
    this.buffers =
        IntStream.range(0, columns.size())
            .mapToObj(i -> new CellBuffer(columns.get(i), i, constants(schema, i), BATCH))
            .toList();
    this.file = ParquetFile.open(path);
    try {
      file.require(columns);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Returns how many rows the table has. */
  public long rows() {
    return file.rows();
  }

  /**
   * Returns whether there is another row.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws InvalidTableException if it is damaged
   */
  @Override
  public boolean hasNext() {
    return position < buffered || fill();
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The table has no more rows");
    }

    for (CellBuffer buffer : buffers) {
      buffer.put(position, values);
    }
    position++;
    return factory.create(values);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean fill() {
    try {
      while (leftInGroup == 0) {
        Optional<ParquetGroup> group = file.next(columns);
        if (group.isEmpty()) {
          return false;
        }
        leftInGroup = group.get().rows();
        readers = file.readers(group.get(), buffers);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffered = Math.min(BATCH, leftInGroup);
    try {
      for (int i = 0; i < readers.size(); i++) {
        buffers.get(i).fill(readers.get(i), buffered);
      }
    } catch (RuntimeException e) {
      throw file.damaged(e);
    }
    leftInGroup -= buffered;
    position = 0;
    return true;
  }

  private static Object[] constants(RowSchema<?> schema, int index) {
    Class<?> type = schema.valueType(index);
    return type.isEnum() ? type.getEnumConstants() : new Object[0];
  }
}
