package org.penstock.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Where two JSON values differ first. */
final class Difference {

  private Difference() {}

  /** Returns a path such as {@code .templates[3].container.image}, or empty if they are equal. */
  static Optional<String> between(Object left, Object right) {
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return between(a, b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return between(a, b);
    }
    boolean same =
        left instanceof Number a && right instanceof Number b
            ? a.doubleValue() == b.doubleValue()
            : left == null ? right == null : left.equals(right);
    return same ? Optional.empty() : Optional.of("");
  }

  private static Optional<String> between(Map<?, ?> left, Map<?, ?> right) {
    TreeSet<String> names = new TreeSet<>();
    left.keySet().forEach(name -> names.add(name.toString()));
    right.keySet().forEach(name -> names.add(name.toString()));
    return names.stream()
        .flatMap(name ->
            between(left.get(name), right.get(name)).map(path -> "." + name + path).stream())
        .findFirst();
  }

  private static Optional<String> between(List<?> left, List<?> right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      Object a = i < left.size() ? left.get(i) : null;
      Object b = i < right.size() ? right.get(i) : null;
      Optional<String> path = between(a, b);
      if (path.isPresent()) {
        return Optional.of("[%d]%s".formatted(i, path.get()));
      }
    }
    return Optional.empty();
  }
}
