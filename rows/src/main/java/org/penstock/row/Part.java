package org.penstock.row;

import java.util.Locale;

/**
 * Which part of a given split a row belongs to. A component of this type, or the {@link
 * java.util.Optional} of it, has {@link Role#PART}; its values come from a column of the file, or
 * from the role that a source is given: {@code test=readings.csv}.
 */
public enum Part {
  /** Rows to learn from. */
  TRAIN,
  /** Rows to choose by while learning; they teach as well. */
  VALIDATION,
  /** Rows to judge by, which nothing learns from. */
  TEST;

  /** Returns the text in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
