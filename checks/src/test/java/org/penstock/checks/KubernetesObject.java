package org.penstock.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;

/**
 * One object that a cluster is given.
 *
 * @param origin the file, or where else it comes from, for a message
 */
record KubernetesObject(String origin, ConfigNode document) {

  private static final Set<String> OF_THE_CLUSTER = Set.of("Namespace");

  static KubernetesObject read(Path file) throws IOException {
    return new KubernetesObject(file.getFileName().toString(), Checkout.read(file));
  }

  String kind() {
    return Yaml.text(document, "kind");
  }

  String name() {
    return Yaml.text(document, "metadata.name");
  }

  String namespace() {
    return Yaml.text(document, "metadata.namespace");
  }

  boolean isOfANamespace() {
    return !OF_THE_CLUSTER.contains(kind());
  }

  /** Returns the label or annotation {@code key}, whose dots are none of a path. */
  String metadata(String labelsOrAnnotations, String key) {
    return Yaml.find(document, "metadata." + labelsOrAnnotations)
        .flatMap(it -> it instanceof Mapping map ? map.value(key) : Optional.empty())
        .map(it -> it instanceof ConfigNode.Scalar scalar ? scalar.text() : "")
        .orElse("");
  }

  /** Returns what a pod of this object is made of; empty if it makes none. */
  Optional<ConfigNode> pod() {
    return switch (kind()) {
      case "Pod" -> Yaml.find(document, "spec");
      case "Deployment" -> Yaml.find(document, "spec.template.spec");
      case "InferenceService" -> Yaml.find(document, "spec.predictor");
      default -> Optional.empty();
    };
  }

  /** Returns whether {@code objects} has an object of this kind and name beside this one. */
  boolean findsBeside(List<KubernetesObject> objects, String kind, String name) {
    return objects.stream()
        .anyMatch(it ->
            it.kind().equals(kind) && it.name().equals(name) && it.namespace().equals(namespace()));
  }
}
