package org.penstock.table;

import java.util.Optional;
import org.penstock.row.Doc;

/**
 * A row of a file that breaks its contract.
 *
 * @param line where the row begins; the header is line 1
 * @param column the first column found wrong, empty if the whole row is
 * @param reason the rest of the sentence, without the value of a personal column
 * @param text the wrong value as it stands in the file; empty if it is personal or the whole row
 */
public record BadRow(
    @Doc("Where the row begins; the header is line 1") long line,
    @Doc("The first column found wrong, empty if the whole row is") String column,
    @Doc("What is wrong with it") String reason,
    @Doc("The wrong value as it stands in the file, unless it is personal") Optional<String> text) {

  private static final String EXPECTED = "expected ";

  /** Returns what is wrong, without the value of this one row. */
  public String kind() {
    if (column.isEmpty()) {
      return reason;
    }

    int expected = reason.lastIndexOf(EXPECTED);
    return "'%s' %s".formatted(column, expected < 0 ? reason : reason.substring(expected));
  }

  @Override
  public String toString() {
    return column.isEmpty()
        ? "line %d: %s".formatted(line, reason)
        : "line %d: '%s' %s".formatted(line, column, reason);
  }
}
