package org.penstock.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource as the API gives it, of which nothing but what is asked for needs to be there: what is
 * absent, or of another type, is empty. Immutable.
 *
 * @param fields of JSON's types
 */
record Tree(Map<String, Object> fields) {

  Tree {
    fields = Collections.unmodifiableMap(fields);
  }

  /** Returns {@code value} if it is an object, else one without fields. */
  static Tree of(Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, field) -> fields.put(String.valueOf(key), field));
    }
    return new Tree(fields);
  }

  /** Returns the object at {@code path}. */
  Tree at(String... path) {
    return of(value(path));
  }

  /** Returns the objects of the list at {@code path}. */
  List<Tree> list(String... path) {
    List<Tree> items = new ArrayList<>();
    if (value(path) instanceof List<?> list) {
      list.forEach(item -> items.add(of(item)));
    }
    return items;
  }

  /** Returns the texts of the list at {@code path}. */
  List<String> words(String... path) {
    return value(path) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Returns the text or number at {@code path}. */
  Optional<String> text(String... path) {
    return Optional.ofNullable(value(path)).map(Object::toString);
  }

  /** Returns the text at {@code path}, or an empty one. */
  String word(String... path) {
    return text(path).orElse("");
  }

  /** Returns the number at {@code path}, or 0. */
  long number(String... path) {
    return value(path) instanceof Number number ? number.longValue() : 0;
  }

  boolean has(String... path) {
    return value(path) != null;
  }

  private Object value(String... path) {
    Object value = fields;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }
}
