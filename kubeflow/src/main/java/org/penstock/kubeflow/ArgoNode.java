package org.penstock.kubeflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;
import org.penstock.config.Problems;

/**
 * A place in an Argo file, which may be empty. That the graph is right was checked before; here it
 * is told what Kubeflow cannot do.
 */
record ArgoNode(Optional<ConfigNode> node, String path, Problems problems) {

  ArgoNode child(String field) {
    return new ArgoNode(mapping().flatMap(mapping -> mapping.value(field)), join(field), problems);
  }

  boolean exists() {
    return node.isPresent();
  }

  /** Returns the items of a list; none if it is no list, which is told. */
  List<ArgoNode> items() {
    if (exists() && !(node.get() instanceof Sequence)) {
      refuse("expected a list, got " + node.get().description());
    }
    var items = new ArrayList<ArgoNode>();
    if (node.orElse(null) instanceof Sequence(List<ConfigNode> all, int _)) {
      all.forEach(item ->
          items.add(
              new ArgoNode(Optional.of(item), "%s[%d]".formatted(path, items.size()), problems)));
    }
    return items;
  }

  /** Returns what a scalar says. */
  Optional<String> text() {
    if (node.orElse(null) instanceof Scalar(String text, ConfigNode.Kind _, int _)) {
      return Optional.of(text);
    }
    if (exists()) {
      refuse("expected a text or a number, got " + node.get().description());
    }
    return Optional.empty();
  }

  /** Returns what {@code reader} makes of a scalar; its refusal is told. */
  <T> Optional<T> parsed(Function<String, T> reader) {
    try {
      return text().map(reader);
    } catch (IllegalArgumentException e) {
      refuse(e.getMessage());
      return Optional.empty();
    }
  }

  /** Returns the keys of a mapping; none if it is none, which is told. */
  List<String> keys() {
    if (exists() && mapping().isEmpty()) {
      refuse("expected a mapping, got " + node.get().description());
    }
    return mapping().map(Mapping::keys).orElse(List.of());
  }

  /** Tells each field that Kubeflow has nothing for, by the table of {@code type}. */
  void refuseUnmapped(String type) {
    refuseOthers(key -> KubeflowField.of(type, key).isPresent());
  }

  /** Tells each field that is none of {@code known}. */
  void refuseOthers(Set<String> known) {
    refuseOthers(known::contains);
  }

  private void refuseOthers(Function<String, Boolean> known) {
    keys().stream()
        .filter(key -> !known.apply(key))
        .forEach(key -> child(key).refuse("Kubeflow has nothing for it"));
  }

  void refuse(String reason) {
    problems.add(node.map(ConfigNode::line).orElse(0), path, reason);
  }

  private Optional<Mapping> mapping() {
    return node.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private String join(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
