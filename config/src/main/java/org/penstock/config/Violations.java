package org.penstock.config;

import java.net.URI;
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

  void checkProject(String name, String title) {
    check(name.matches("[a-z][a-z0-9-]*"), "name", "expected a-z, 0-9 and '-', got '%s'", name);
    check(!title.isBlank(), "title", "expected a title, got an empty text");
  }

  void checkWebAddress(URI address, String path) {
    boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
    check(
        web && address.getHost() != null && address.getRawUserInfo() == null,
        path,
        "expected an address like https://api.example.org, got '%s'",
        address);
  }

  void checkPositive(double value, String path) {
    check(value > 0 && Double.isFinite(value), path, "expected a positive number, got %s", value);
  }

  void checkMetric(String metric, String path) {
    check(
        metric.matches("[a-z][a-z0-9-]*"), path, "expected the name of a metric, got '%s'", metric);
  }
}
