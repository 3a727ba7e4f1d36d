package org.penstock.table;

/** Reads the values of one column from bytes into {@link RowValues}. */
interface CellReader {

  /** How a value was. */
  enum Outcome {
    /** It is in the row now. */
    GOOD,
    /** It is not there, and must be. */
    MISSING,
    /** It is not of the column's kind, or not one of its levels. */
    MISMATCH,
    /** It is a number that is infinite or out of range. */
    OUT_OF_RANGE,
    /** It is not UTF-8. */
    NOT_UTF8,
    /** Something follows its closing quote. */
    AFTER_QUOTE
  }

  /** Reads {@code bytes[from, to)}; a missing value has none. */
  Outcome read(byte[] bytes, int from, int to, RowValues into);
}
