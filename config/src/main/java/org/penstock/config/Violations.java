package org.penstock.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects what a compact constructor finds wrong with its components, so that all of it is said at
 * once.
 */
public final class Violations {

  private final List<Violation> found = new ArrayList<>();

  /**
   * Adds a problem unless {@code holds}; a comparison that decides is written so that NaN fails it.
   *
   * @param path of the component as YAML spells it, e.g. {@code candidates[1].name}
   * @param format of {@link String#format}, with {@code arguments}
   */
  public void check(boolean holds, String path, String format, Object... arguments) {
    if (!holds) {
      add(path, String.format(Locale.ROOT, format, arguments));
    }
  }

  /** Adds a problem. */
  public void add(String path, String reason) {
    found.add(new Violation(path, reason));
  }

  /**
   * @throws InvalidRecordException if a problem was added
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRecordException(found);
    }
  }

  void checkPositive(double value, String path) {
    check(value > 0 && Double.isFinite(value), path, "expected a positive number, got %s", value);
  }

  void checkMetric(String metric, String path) {
    check(
        metric.matches("[a-z][a-z0-9-]*"), path, "expected the name of a metric, got '%s'", metric);
  }
}
