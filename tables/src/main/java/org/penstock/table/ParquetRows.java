package org.penstock.table;

import java.io.IOException;
import java.nio.file.Path;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;

/**
 * Tables as Parquet files, compressed with ZSTD, equal byte for byte for equal rows. Other programs
 * read them: dates are dates, missing is null, categories are texts; the footer holds the Avro
 * schema, and under {@value #COLUMNS_KEY} what our columns are for.
 */
public final class ParquetRows {

  /** Key of the footer that holds the list of columns as JSON. */
  public static final String COLUMNS_KEY = "penstock.columns";

  private ParquetRows() {}

  /** Starts a table in {@code file}, replacing it. */
  public static <T> RowWriter<T> write(Path file, TableSchema<T> schema) throws IOException {
    return new RowWriter<>(file, schema);
  }

  /**
   * Opens the table in {@code file}; its columns are found by name, and it may have more.
   *
   * @throws InvalidTableException if the file is no Parquet, or lacks a column or has one of
   *     another kind
   */
  public static <R extends Record> RowReader<R> read(Path file, RowSchema<R> schema)
      throws IOException {
    return new RowReader<>(file, schema);
  }
}
