package org.penstock.ingest;

import java.io.IOException;
import java.nio.file.Path;
import org.penstock.config.RepairSettings;
import org.penstock.feature.RepairCounts;
import org.penstock.feature.Repairs;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowReader;
import org.penstock.table.RowWriter;

/** Reads a table in event-time order and writes it again, put right by rules. */
final class RepairPass<R extends Record> {

  private final RowSchema<R> schema;
  private final Repairs<R> repairs;

  /**
   * @throws StepFailure if there are rules, and rows have no time to apply them by
   */
  RepairPass(RowSchema<R> schema, RepairSettings settings) {
    this.schema = schema;
    try {
      this.repairs = new Repairs<>(schema, settings);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "ingest.repairs: " + e.getMessage(), e);
    }
  }

  /** Writes the rows of {@code sorted} to {@code table}; returns what was found. */
  RepairCounts run(Path sorted, Path table) throws IOException {
    try (RowReader<R> reader = ParquetRows.read(sorted, schema);
        RowWriter<R> writer = ParquetRows.write(table, TableSchema.of(schema))) {
      while (reader.hasNext()) {
        write(repairs.next(reader.next()), writer);
      }
      write(repairs.rest(), writer);
    }
    return repairs.counts();
  }

  private void write(Iterable<R> rows, RowWriter<R> writer) throws IOException {
    for (R row : rows) {
      writer.write(row);
    }
  }
}
