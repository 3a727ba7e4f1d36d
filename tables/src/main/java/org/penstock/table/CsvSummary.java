package org.penstock.table;

import java.util.List;

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
}
