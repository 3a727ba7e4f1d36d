package org.penstock.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.penstock.row.RowSchema;

/** Reads rows from CSV. */
public final class CsvReader<R extends Record> {

  private final RowSchema<R> schema;

  public CsvReader(RowSchema<R> schema) {
    this.schema = requireNonNull(schema, "schema");
  }

  /** Reads a file, plain or gzip. */
  public CsvSummary read(Path file, Consumer<? super R> rows, Consumer<BadRow> badRows)
      throws IOException, InterruptedException {
    throw new UnsupportedOperationException(file + " " + schema);
  }

  /** Reads a stream, plain or gzip; {@code name} stands in messages. */
  public CsvSummary read(
      String name, InputStream in, Consumer<? super R> rows, Consumer<BadRow> badRows)
      throws IOException, InterruptedException {
    throw new UnsupportedOperationException(name);
  }
}
