package org.penstock.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.config.ConfigNode.Entry;
import org.penstock.config.ConfigNode.Kind;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;

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
      if (value.equals(Optional.empty()) || value.equals(OptionalInt.empty())) {
        continue;
      }
      tree.put(Keys.of(component), value(value));
    }
    return Collections.unmodifiableSortedMap(tree);
  }

  /**
   * Returns the record of {@link #of(Record)}, or of JSON that was made of it.
   *
   * @param name what problems call the document
   * @throws InvalidConfigException with every problem
   */
  public static <C extends Record> C read(Map<String, ?> tree, String name, Class<C> type) {
    var problems = new Problems(name);
    Optional<C> config = new RecordBinder(problems, "").record(type, node(tree, 0), "");
    problems.throwIfAny();
    return config.orElseThrow();
  }

  private static ConfigNode node(Object value, int line) {
    return switch (value) {
      case null -> new Scalar("", Kind.NULL, line);
      case String text -> new Scalar(text, Kind.TEXT, line);
      case Boolean truth -> new Scalar(truth.toString(), Kind.BOOLEAN, line);
      case Double number -> new Scalar(number.toString(), Kind.NUMBER, line);
      case Number number -> new Scalar(number.toString(), Kind.WHOLE, line);
      case List<?> items ->
          new Sequence(items.stream().map(item -> node(item, line)).toList(), line);
      case Map<?, ?> map ->
          new Mapping(
              map.entrySet().stream()
                  .map(entry -> new Entry("" + entry.getKey(), node(entry.getValue(), line), line))
                  .toList(),
              line);
      default -> throw new IllegalArgumentException("No node of " + value.getClass());
    };
  }

  private static Object value(Object value) {
    return switch (value) {
      case Optional<?> optional -> value(optional.orElseThrow());
      case OptionalInt optional -> optional.orElseThrow();
      case Enum<?> constant -> Keys.of(constant);
      case Duration time -> Durations.text(time);
      case Collection<?> items -> items.stream().map(RecordTree::value).toList();
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
    map.forEach((key, value) -> tree.put(key.toString(), value(value)));
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
