package org.penstock.row;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one value of a row.
 *
 * @param column name of the column
 * @param reason the rest of the sentence, e.g. {@code is -5, expected at least 0}; it never holds
 *     the value of a personal column
 */
public record Problem(String column, String reason) {

  public Problem {
    requireNonNull(column, "column");
    requireNonNull(reason, "reason");
  }

  @Override
  public String toString() {
    return "'%s' %s".formatted(column, reason);
  }
}
