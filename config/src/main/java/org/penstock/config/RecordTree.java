package org.penstock.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record as maps, lists, texts, numbers and booleans, ready for JSON and for a cache key: equal
 * records have equal trees.
 */
public final class RecordTree {

  private RecordTree() {}

  /**
   * Returns the components of {@code config} by key, sorted; an absent {@code Optional} is left
   * out, a type that is neither of those is its text.
   */
  public static SortedMap<String, Object> of(Record config) {
    var tree = new TreeMap<String, Object>();
    for (RecordComponent component : config.getClass().getRecordComponents()) {
      Object value = value(config, component);
      if (value instanceof Optional<?> optional && optional.isEmpty()) {
        continue;
      }
      tree.put(Keys.of(component), node(value));
    }
    return Collections.unmodifiableSortedMap(tree);
  }

  private static Object node(Object value) {
    return switch (value) {
      case Optional<?> optional -> node(optional.orElseThrow());
      case Enum<?> constant -> Keys.of(constant);
      case Duration time -> Durations.text(time);
      case Collection<?> items -> items.stream().map(RecordTree::node).toList();
      case Map<?, ?> map -> map(map);
      case Number number -> number;
      case Boolean truth -> truth;
      case Record config when !ScalarReader.reads(config.getClass()) && !isText(config) ->
          of(config);
      default -> value.toString();
    };
  }

  private static boolean isText(Record config) {
    return Arrays.stream(config.getClass().getInterfaces()).anyMatch(ScalarReader::reads);
  }

  private static SortedMap<String, Object> map(Map<?, ?> map) {
    var tree = new TreeMap<String, Object>();
    map.forEach((key, value) -> tree.put(key.toString(), node(value)));
    return Collections.unmodifiableSortedMap(tree);
  }

  private static Object value(Record config, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(config);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
