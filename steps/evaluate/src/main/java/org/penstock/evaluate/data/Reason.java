package org.penstock.evaluate.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penstock.row.RowSchema;
import org.penstock.table.BadRow;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowReader;

/**
 * One thing wrong with rows in quarantine.
 *
 * @param kind what is wrong, without the value of a row
 * @param rows how many have it
 * @param line where the first of them stands in its file
 */
public record Reason(String kind, long rows, long line) {

  public Reason {
    requireNonNull(kind, "kind");
  }

  /** Counts the rows of a quarantine by what is wrong with them, the most frequent first. */
  static List<Reason> of(Path quarantine) throws IOException {
    Map<String, Reason> reasons = new LinkedHashMap<>();
    try (RowReader<BadRow> rows = ParquetRows.read(quarantine, RowSchema.of(BadRow.class))) {
      while (rows.hasNext()) {
        BadRow row = rows.next();
        reasons.merge(
            row.kind(),
            new Reason(row.kind(), 1, row.line()),
            (before, one) -> new Reason(before.kind, before.rows + one.rows, before.line));
      }
    }
    return reasons.values().stream()
        .sorted(Comparator.comparingLong(Reason::rows).reversed())
        .toList();
  }
}
