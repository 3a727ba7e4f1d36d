package org.penstock.evaluate.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.row.EventTime;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.table.BadRow;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

class DataQualityTest {

  /** A row of which all that may be missing is of another kind. */
  record Reading(
      @EventTime LocalDate day,
      double always,
      OptionalDouble power,
      Optional<String> note,
      Optional<LocalDate> repaired) {}

  @TempDir Path directory;

  @Test
  void countsWhatIsMissingInBlocksOfRows() throws IOException {
    Path rows = directory.resolve("rows.parquet");
    LocalDate start = LocalDate.of(2024, 2, 28);
    try (RowWriter<Reading> writer =
        ParquetRows.write(rows, TableSchema.of(RowSchema.of(Reading.class)))) {
      for (int i = 0; i < 120; i++) {
        writer.write(
            new Reading(
                start.plusDays(i),
                i,
                i < 3 ? OptionalDouble.empty() : OptionalDouble.of(i),
                Optional.of("x"),
                i == 119 ? Optional.of(start) : Optional.empty()));
      }
    }

    MissingMap map = MissingMap.of(rows);

    assertEquals(120, map.rows());
    assertEquals(5, map.columns());
    assertEquals(60, map.blocks());
    assertEquals(
        List.of("power", "note", "repaired"),
        map.gaps().stream().map(MissingMap.Gaps::column).toList());
    assertEquals(List.of(3L, 0L, 119L), map.gaps().stream().map(MissingMap.Gaps::missing).toList());
    assertEquals(List.of(1.0, 0.5, 0.0), map.gaps().getFirst().shares().subList(0, 3));
    assertEquals(0.5, map.gaps().getLast().shares().getLast());
    assertEquals(Optional.of(new MissingMap.Span(start, LocalDate.of(2024, 6, 26))), map.span());
  }

  @Test
  void countsReasonsWithoutTheValuesOfRows() throws IOException {
    Path quarantine = directory.resolve("quarantine.parquet");
    try (RowWriter<BadRow> writer =
        ParquetRows.write(quarantine, TableSchema.of(RowSchema.of(BadRow.class)))) {
      writer.write(new BadRow(3, "", "has 2 cells, expected 5", Optional.empty()));
      writer.write(new BadRow(4, "power", "is -1, expected at least 0", Optional.of("-1")));
      writer.write(new BadRow(9, "power", "is -7, expected at least 0", Optional.of("-7")));
    }

    assertEquals(
        List.of(
            new Reason("'power' expected at least 0", 2, 4),
            new Reason("has 2 cells, expected 5", 1, 3)),
        Reason.of(quarantine));
  }

  @Test
  void tellsOnlyRepairsThatHappened() throws IOException {
    byte[] json =
        """
        {"format-version": 1, "files": 1, "bad-rows": 4, "late-rows": 2,
         "found": {"rows": 10, "equal-rows": 3, "gaps": 0, "stuck": {"rpm": 17, "flow": 0}}}
        """
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(
        List.of(
            new Repair("rows that stood below a later one of their entity: sorted by time", 2),
            new Repair("rows equal to another: dropped", 3),
            new Repair("readings of 'rpm' that stood still: taken for missing", 17)),
        Repair.of(json));
  }

  @Test
  void knowsNoReasonsWhereThereIsNoQuarantine() throws IOException {
    Path rows = directory.resolve("rows.parquet");
    ParquetRows.write(rows, TableSchema.of(RowSchema.of(Reading.class))).close();

    DataQuality data = DataQuality.read(rows, Optional.empty(), Optional.empty());

    assertEquals(0, data.rows());
    assertEquals(0, data.badRows());
    assertEquals(0, data.gaps().blocks());
    assertEquals(List.of(), data.reasons());
    assertEquals(List.of(), data.repairs());
    assertEquals(true, Files.exists(rows));
  }
}
