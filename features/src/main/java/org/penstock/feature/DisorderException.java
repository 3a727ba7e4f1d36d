package org.penstock.feature;

import java.time.LocalDateTime;

/** Thrown when a row happened before its predecessor: features of such rows would be wrong. */
public final class DisorderException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  DisorderException(long row, LocalDateTime time, LocalDateTime previous) {
    super(
        "Row %d happened at %s, before the row above it (%s); sort the rows by event time"
            .formatted(row, time, previous));
  }
}
