package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * How the values of one column are written in files, where that is not plain.
 *
 * @param yes text of true, for a boolean column
 * @param no text of false, for a boolean column
 * @param missing the texts besides the empty one that mean a value is missing
 */
public record Spelling(String yes, String no, Set<String> missing) {

  public Spelling {
    requireNonNull(yes, "yes");
    requireNonNull(no, "no");
    missing = Set.copyOf(missing);
    if (yes.equals(no)) {
      throw new IllegalArgumentException("'%s' means both true and false".formatted(yes));
    }
  }
}
