package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * How one column is written in files, where that is not plain.
 *
 * @param header what the header calls it, may be empty
 * @param yes text of true, for a boolean column
 * @param no text of false, for a boolean column
 * @param missing the texts besides the empty one that mean a value is missing
 */
public record Spelling(String header, String yes, String no, Set<String> missing) {

  public Spelling {
    requireNonNull(header, "header");
    requireNonNull(yes, "yes");
    requireNonNull(no, "no");
    missing = Set.copyOf(missing);
    if (yes.equals(no)) {
      throw new IllegalArgumentException("'%s' means both true and false".formatted(yes));
    }
  }
}
