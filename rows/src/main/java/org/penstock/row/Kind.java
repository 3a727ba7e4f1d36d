package org.penstock.row;

/** What the values of a column are. */
public enum Kind {
  /** A 32-bit integer. */
  INT,
  /** A 64-bit integer. */
  LONG,
  /** A finite double. */
  DOUBLE,
  /** True or false. */
  BOOLEAN,
  /** One of the levels of an enum. */
  CATEGORY,
  /** Any text. */
  TEXT,
  /** A calendar date without a zone. */
  DATE,
  /** A date and time without a zone, to the microsecond. */
  TIMESTAMP
}
