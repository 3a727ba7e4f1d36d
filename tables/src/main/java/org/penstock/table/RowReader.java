package org.penstock.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Reads the rows of a Parquet table in their order. Used by one thread. */
public final class RowReader<R extends Record> implements Iterator<R>, Closeable {

  RowReader() {}

  /** Returns how many rows the table has. */
  public long rows() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasNext() {
    throw new UnsupportedOperationException();
  }

  @Override
  public R next() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException();
  }
}
