package org.penstock.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;

/**
 * Reads Parquet tables into memory, column by column. What the columns are for is read from the
 * footer; a table that somebody else wrote has columns without roles and levels.
 */
public final class ParquetColumns {

  private ParquetColumns() {}

  /** Reads all columns. */
  public static ColumnTable read(Path file) throws IOException {
    return read(file, columns(file).stream().map(Column::name).toList());
  }

  /**
   * Reads the named columns only, in the order of {@code names}.
   *
   * @throws InvalidTableException if the file is no whole Parquet file or lacks a column
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  public static ColumnTable read(Path file, List<String> names) throws IOException {
    try (ParquetFile table = ParquetFile.open(file)) {
      List<Column> columns = table.choose(names);
      int rows = Math.toIntExact(table.rows());
      List<ColumnFiller> fillers =
          columns.stream().map(column -> new ColumnFiller(column, rows)).toList();
      Optional<ParquetGroup> group = table.next(columns);
      while (group.isPresent()) {
        fill(fillers, table, group.get());
        group = table.next(columns);
      }
      return new ColumnTable(columns, fillers.stream().map(ColumnFiller::data).toList(), rows);
    }
  }

  private static void fill(List<ColumnFiller> fillers, ParquetFile table, ParquetGroup group) {
    List<ColumnReader> readers = table.readers(group, fillers);
    try {
      for (int i = 0; i < readers.size(); i++) {
        fillers.get(i).fill(readers.get(i), group.rows());
      }
    } catch (RuntimeException e) {
      throw table.damaged(e);
    }
  }

  /** Reads what the columns are, and no values. */
  public static List<Column> columns(Path file) throws IOException {
    try (ParquetFile table = ParquetFile.open(file)) {
      return table.columns();
    }
  }
}
