package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes a Parquet table row by row. Without {@link #close} the file has no footer, and every
 * reader refuses it. Used by one thread.
 */
public final class RowWriter<T> implements Closeable {

  RowWriter() {}

  /** Adds a row. */
  public void write(T row) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Returns how many rows were added. */
  public long rows() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException();
  }
}
