package org.penstock.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The components of a record contradict what it demands of them. */
public final class InvalidRecordException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidRecordException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /** Returns what is wrong, at least one. */
  public List<Violation> violations() {
    return violations;
  }
}
