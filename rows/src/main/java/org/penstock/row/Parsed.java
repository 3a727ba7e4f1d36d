package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The outcome of reading a row from named values: a checked row, or every problem with it. */
public sealed interface Parsed<R extends Record> {

  /** The row satisfies its schema. */
  record Valid<R extends Record>(R row) implements Parsed<R> {
    public Valid {
      requireNonNull(row, "row");
    }
  }

  /** {@code problems}: at least one, in column order, those of unknown names last. */
  record Invalid<R extends Record>(List<Problem> problems) implements Parsed<R> {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("An invalid row needs at least one problem");
      }
    }
  }
}
