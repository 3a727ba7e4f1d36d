package org.penstock.feature;

import static java.util.Objects.requireNonNull;

/**
 * A row with its features.
 *
 * @param row as read
 * @param features computed from the rows before it
 * @param <R> the row record
 * @param <F> the feature record
 */
public record Featured<R extends Record, F extends Record>(R row, F features) {

  public Featured {
    requireNonNull(row, "row");
    requireNonNull(features, "features");
  }
}
