package org.penstock.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Properties of this JVM that a test sets, and puts back. */
final class SystemProperties {

  private final Map<String, Optional<String>> before = new LinkedHashMap<>();

  void set(String name, String value) {
    before.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
    System.setProperty(name, value);
  }

  void restore() {
    before.forEach((name, value) ->
        value.ifPresentOrElse(
            text -> System.setProperty(name, text), () -> System.clearProperty(name)));
    before.clear();
  }
}
