package org.penstock.config;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** The mechanical spelling of a name in YAML and flags: {@code maxDepth} is {@code max-depth}. */
final class Keys {

  private Keys() {}

  /** Returns the key of a component in camelCase. */
  static String of(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** Returns the key of a constant in UPPER_CASE. */
  static String of(Enum<?> constant) {
    return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
