package org.penstock.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;

/** Finds its way in a document; what is not there is empty. */
final class Yaml {

  private Yaml() {}

  /** Returns what {@code path}, e.g. {@code spec.executor}, names below {@code node}. */
  static Optional<ConfigNode> find(ConfigNode node, String path) {
    Optional<ConfigNode> found = Optional.of(node);
    for (String key : path.split("\\.")) {
      found = found.flatMap(it -> it instanceof Mapping map ? map.value(key) : Optional.empty());
    }
    return found;
  }

  /** Returns the scalar at {@code path} as it is written, or the empty text. */
  static String text(ConfigNode node, String path) {
    return find(node, path)
        .map(found -> found instanceof Scalar(String text, var _, int _) ? text : "")
        .orElse("");
  }

  /** Returns the items of the list at {@code path}. */
  static List<ConfigNode> items(ConfigNode node, String path) {
    return find(node, path)
        .map(found -> found instanceof Sequence(var items, int _) ? items : List.<ConfigNode>of())
        .orElse(List.of());
  }

  /** Returns the scalars of the list at {@code path}. */
  static List<String> texts(ConfigNode node, String path) {
    return items(node, path).stream()
        .map(item -> item instanceof Scalar(String text, var _, int _) ? text : "")
        .toList();
  }

  /** Returns every key below {@code node}, at any depth. */
  static Stream<String> keys(ConfigNode node) {
    return switch (node) {
      case Mapping(var entries, int _) ->
          entries.stream()
              .flatMap(entry -> Stream.concat(Stream.of(entry.key()), keys(entry.value())));
      case Sequence(var items, int _) -> items.stream().flatMap(Yaml::keys);
      case Scalar _ -> Stream.empty();
    };
  }
}
