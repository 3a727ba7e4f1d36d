package org.penstock.kubeflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Mappings in the order in which they are written. */
final class Tree {

  private Tree() {}

  static Map<String, Object> of(String key, Object value, String nextKey, Object nextValue) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(key, value);
    tree.put(nextKey, nextValue);
    return tree;
  }

  /** Returns the parameters by their names, as definitions hold them. */
  static Map<String, Object> parameters(List<Port> ports) {
    return Map.of("parameters", byName(ports, Port::name, Port::toTree));
  }

  static <T> Map<String, Object> byName(
      List<T> items, Function<T, String> name, Function<T, Object> tree) {
    Map<String, Object> trees = new LinkedHashMap<>();
    items.forEach(item -> trees.put(name.apply(item), tree.apply(item)));
    return trees;
  }
}
