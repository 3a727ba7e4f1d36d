package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;

class ParquetColumnsTest {

  @TempDir Path directory;

  private final TableSchema<Trip> schema =
      TableSchema.of(RowSchema.of(Trip.class))
          .withRole("mode", Role.SLICE)
          .and(TableSchema.longs("group", Set.of(Role.GROUP), "Who", trip -> -trip.tripId()));
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("trips");
    try (RowWriter<Trip> writer = ParquetRows.write(file, schema)) {
      writer.write(Trip.of(1));
      writer.write(Trip.sparse(2));
      writer.write(Trip.of(3));
    }
  }

  @Test
  void knowsWhatTheColumnsAre() throws IOException {
    assertEquals(schema.columns(), ParquetColumns.columns(file));
    assertEquals(schema.columns(), ParquetColumns.read(file).columns());
  }

  @Test
  void readsNumbers() throws IOException {
    assertArrayEquals(new double[] {3, 0, 3}, numbers("seats"));
    assertArrayEquals(new double[] {12.5, 0, 12.5}, numbers("distance"));
    assertArrayEquals(new double[] {9.99, Double.NaN, 9.99}, numbers("price"));
    assertArrayEquals(new double[] {40, Double.NaN, 40}, numbers("age"));
  }

  @Test
  void readsBooleansAndCategoriesAsCodes() throws IOException {
    assertArrayEquals(new double[] {0, 1, 0}, numbers("late"));
    assertArrayEquals(new double[] {1, Double.NaN, 1}, numbers("paid"));
    assertArrayEquals(new double[] {0, 1, 0}, numbers("mode"));
    assertArrayEquals(new double[] {1, Double.NaN, 1}, numbers("back"));
  }

  @Test
  void readsWholeNumbersDatesAndTimes() throws IOException {
    assertArrayEquals(new long[] {1, 2, 3}, longs("trip_id"));
    assertArrayEquals(new long[] {-1, -2, -3}, longs("group"));
    assertArrayEquals(new long[] {5_000_000_000L, Long.MIN_VALUE, 5_000_000_000L}, longs("batch"));
    long ended = LocalDate.of(2024, 3, 1).toEpochDay();
    assertArrayEquals(new long[] {ended, Long.MIN_VALUE, ended}, longs("ended"));
    long seen = (ended * 24 + 8) * 3_600_000_000L + 250_000;
    assertArrayEquals(new long[] {seen, Long.MIN_VALUE, seen}, longs("seen"));
  }

  @Test
  void readsTextsAsADictionary() throws IOException {
    ColumnTable table = ParquetColumns.read(file, List.of("note", "rider"));

    ColumnTable.Texts note = (ColumnTable.Texts) table.data("note");
    assertEquals(List.of("nice"), note.dictionary());
    assertArrayEquals(new int[] {0, -1, 0}, note.codes());
    ColumnTable.Texts rider = (ColumnTable.Texts) table.data("rider");
    assertEquals(List.of("r1", "r2"), rider.dictionary());
    assertArrayEquals(new int[] {0, 1, 0}, rider.codes());
  }

  @Test
  void readsTheNamedColumnsInTheOrderAsked() throws IOException {
    ColumnTable table = ParquetColumns.read(file, List.of("seats", "trip_id"));

    assertEquals(List.of("seats", "trip_id"), table.columns().stream().map(Column::name).toList());
    assertEquals(3, table.rows());
  }

  @Test
  void namesTheNearestOfAnUnknownColumn() {
    var thrown =
        assertThrows(InvalidTableException.class, () -> ParquetColumns.read(file, List.of("seat")));

    assertTrue(
        thrown.getMessage().endsWith("Unknown column 'seat'; did you mean 'seats'?"),
        thrown.getMessage());
  }

  private double[] numbers(String name) throws IOException {
    return ((ColumnTable.Numbers) ParquetColumns.read(file, List.of(name)).data(name)).values();
  }

  private long[] longs(String name) throws IOException {
    return ((ColumnTable.Longs) ParquetColumns.read(file).data(name)).values();
  }
}
