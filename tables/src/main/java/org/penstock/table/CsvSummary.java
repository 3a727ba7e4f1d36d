package org.penstock.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was read from a CSV file.
 *
 * @param rows rows that keep the contract
 * @param badRows rows that do not
 * @param unknownColumns columns of the header that the schema does not know, and nobody read
 */
public record CsvSummary(long rows, long badRows, List<String> unknownColumns) {

  public CsvSummary {
    unknownColumns = List.copyOf(unknownColumns);
  }

  /** Returns what was read from this file and another. */
  public CsvSummary and(CsvSummary other) {
    return new CsvSummary(
        rows + other.rows,
        badRows + other.badRows,
        Stream.concat(unknownColumns.stream(), other.unknownColumns.stream()).distinct().toList());
  }
}
