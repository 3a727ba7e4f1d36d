package org.penstock.config;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values in place of components that could not be read.
 *
 * <p>What a constructor finds wrong whatever the stand-in is, is wrong with the components that
 * could be read.
 */
final class StandIns {

  private StandIns() {}

  /** Returns arguments of the constructor, a few times, each with other stand-ins. */
  static List<Object[]> of(Map<RecordComponent, Optional<Object>> values) {
    int most =
        values.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .mapToInt(entry -> candidates(entry.getKey().getType()).size())
            .max()
            .orElse(0);
    var all = new ArrayList<Object[]>();
    for (int i = 0; i < most; i++) {
      all.add(arguments(values, i));
    }
    return all;
  }

  private static Object[] arguments(Map<RecordComponent, Optional<Object>> values, int choice) {
    var arguments = new ArrayList<Object>();
    values.forEach((component, value) -> {
      List<Object> candidates = candidates(component.getType());
      arguments.add(value.orElseGet(() -> candidates.get(choice % candidates.size())));
    });
    return arguments.toArray();
  }

  private static List<Object> candidates(Class<?> type) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> List.of(0, 1);
      case "long", "Long" -> List.of(0L, 1L);
      case "double", "Double" -> List.of(0.0, 1.0);
      case "boolean", "Boolean" -> List.of(false, true);
      case "String" -> List.of("", "a");
      case "List" -> List.of(List.of());
      case "Map" -> List.of(Map.of());
      case "Optional" -> List.of(Optional.empty());
      // Of two currencies, so that none is found wrong for not being that of a stand-in.
      case "Money" -> List.of(new Money(0, "AAA"), new Money(1, "BBB"));
      case "Duration" -> List.of(Duration.ofDays(1));
      default -> Collections.singletonList(null);
    };
  }
}
