package org.penstock.evaluate.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.table.ParquetColumns;

/**
 * Which values are missing, column by column, in blocks of equally many rows that follow each other
 * in the table.
 *
 * @param rows of the table
 * @param columns of the table, how many
 * @param blocks how many; 0 for a table without rows
 * @param gaps the columns that may be missing
 * @param span when the first and the last row happened; empty if rows have no time
 */
public record MissingMap(int rows, int columns, int blocks, List<Gaps> gaps, Optional<Span> span) {

  /** So that a block is still seen. */
  private static final int MOST_BLOCKS = 60;

  public MissingMap {
    requireNonNull(span, "span");
    gaps = List.copyOf(gaps);
  }

  /**
   * What is missing in one column.
   *
   * @param missing how many values
   * @param shares of the rows of each block, 0 to 1
   */
  public record Gaps(String column, long missing, List<Double> shares) {

    public Gaps {
      requireNonNull(column, "column");
      shares = List.copyOf(shares);
    }
  }

  /** The days of the first and of the last row. */
  public record Span(LocalDate first, LocalDate last) {}

  /** Reads {@code table}; columns that are never missing by their contract are not read. */
  static MissingMap of(Path table) throws IOException {
    List<Column> columns = ParquetColumns.columns(table);
    List<String> needed =
        columns.stream()
            .filter(column -> column.optional() || column.is(Role.EVENT_TIME))
            .map(Column::name)
            .toList();
    ColumnTable values =
        ParquetColumns.read(table, needed.isEmpty() ? List.of(columns.getFirst().name()) : needed);
    int blocks = Math.min(MOST_BLOCKS, values.rows());
    List<Gaps> gaps = new ArrayList<>();
    for (Column column : values.columns()) {
      if (column.optional()) {
        gaps.add(gaps(column.name(), values.data(column.name()), blocks));
      }
    }
    return new MissingMap(values.rows(), columns.size(), blocks, gaps, span(values));
  }

  private static Gaps gaps(String name, ColumnTable.Data data, int blocks) {
    int rows = data.size();
    long missing = 0;
    List<Double> shares = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      int from = (int) ((long) rows * block / blocks);
      int to = (int) ((long) rows * (block + 1) / blocks);
      int here = 0;
      for (int row = from; row < to; row++) {
        here += isMissing(data, row) ? 1 : 0;
      }
      missing += here;
      shares.add((double) here / (to - from));
    }
    return new Gaps(name, missing, shares);
  }

  private static boolean isMissing(ColumnTable.Data data, int row) {
    return switch (data) {
      case ColumnTable.Numbers(double[] values) -> Double.isNaN(values[row]);
      case ColumnTable.Longs(long[] values) -> values[row] == Long.MIN_VALUE;
      case ColumnTable.Texts(int[] codes, List<String> _) -> codes[row] < 0;
    };
  }

  private static Optional<Span> span(ColumnTable values) {
    List<Column> times = values.columns(Role.EVENT_TIME);
    if (times.isEmpty() || values.rows() == 0) {
      return Optional.empty();
    }
    long[] stamps = ((ColumnTable.Longs) values.data(times.getFirst().name())).values();
    return switch (times.getFirst().kind()) {
      case DATE -> Optional.of(span(stamps, 1));
      case TIMESTAMP -> Optional.of(span(stamps, TimeUnit.DAYS.toMicros(1)));
      case INT, LONG, DOUBLE, BOOLEAN, CATEGORY, TEXT -> Optional.empty();
    };
  }

  private static Span span(long[] stamps, long day) {
    return new Span(
        LocalDate.ofEpochDay(Math.floorDiv(stamps[0], day)),
        LocalDate.ofEpochDay(Math.floorDiv(stamps[stamps.length - 1], day)));
  }
}
