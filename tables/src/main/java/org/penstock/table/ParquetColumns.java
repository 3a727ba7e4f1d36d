package org.penstock.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;

/** Reads Parquet tables into memory, column by column. */
public final class ParquetColumns {

  private ParquetColumns() {}

  /** Reads all columns. */
  public static ColumnTable read(Path file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Reads the named columns only. */
  public static ColumnTable read(Path file, List<String> names) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Reads what the columns are, and no values. */
  public static List<Column> columns(Path file) throws IOException {
    throw new UnsupportedOperationException();
  }
}
