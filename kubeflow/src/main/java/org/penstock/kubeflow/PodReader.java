package org.penstock.kubeflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a pod of a template gets, from the template and from what all templates share. */
final class PodReader {

  /** The keys of the secrets that steps read. Argo takes all keys, Kubeflow wants them by name. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "penstock-store", List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
          "penstock-notify", List.of("PENSTOCK_NOTIFY_URL"));

  private final ArgoNode spec;
  private final ArgoNode shared;

  PodReader(ArgoNode spec) {
    this.spec = spec;
    this.shared = spec.child("templateDefaults").child("container");
  }

  /** Tells what Kubeflow has nothing for at the places that all templates share. */
  void check() {
    spec.refuseUnmapped("Spec");
    spec.child("templateDefaults").refuseOthers(Set.of("container"));
    shared.refuseUnmapped("Container");
    ArgoNode patch = spec.child("podSpecPatch");
    if (patch.text().filter(text -> text.contains("name: main")).isPresent()) {
      patch.refuse("Kubeflow has nothing for it; of the containers init and wait it may speak");
    }
    for (ArgoNode volume : spec.child("volumes").items()) {
      volume.refuseOthers(Set.of("name", "emptyDir"));
      volume.child("emptyDir").refuseOthers(Set.of("sizeLimit"));
    }
  }

  /** Returns the pod of {@code template}, which is one of a container. */
  Pod read(ArgoNode template) {
    template.refuseUnmapped("Template");
    template.child("retryStrategy").refuseUnmapped("RetryStrategy");
    template.child("retryStrategy").child("backoff").refuseUnmapped("Backoff");
    ArgoNode container = template.child("container");
    container.refuseUnmapped("Container");
    return new Pod(
        resources(either(container, "resources")),
        template.child("activeDeadlineSeconds").parsed(PodReader::seconds),
        either(container, "imagePullPolicy").text(),
        user(container),
        emptyDirs(container),
        secrets(container));
  }

  private ArgoNode either(ArgoNode container, String field) {
    return container.child(field).exists() ? container.child(field) : shared.child(field);
  }

  private List<ArgoNode> both(ArgoNode container, String field) {
    return Stream.of(shared, container)
        .flatMap(place -> place.child(field).items().stream())
        .toList();
  }

  private static Duration seconds(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "expected a whole number of seconds, got '%s'".formatted(text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Map<String, String> resources(ArgoNode resources) {
    resources.refuseOthers(Set.of("requests", "limits"));
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, String> names = Map.of("limits", "Limit", "requests", "Request");
    for (String resource : List.of("cpu", "memory")) {
      for (String kind : List.of("limits", "requests")) {
        String words = resource.equals("cpu") ? "Cpu" : "Memory";
        resources
            .child(kind)
            .child(resource)
            .text()
            .ifPresent(amount -> found.put("resource" + words + names.get(kind), amount));
      }
    }
    Stream.of("limits", "requests")
        .map(resources::child)
        .forEach(amounts -> amounts.refuseOthers(Set.of("cpu", "memory", "ephemeral-storage")));
    return found;
  }

  private Pod.User user(ArgoNode container) {
    List<ArgoNode> places =
        Stream.of(container, shared, spec).map(place -> place.child("securityContext")).toList();
    return new Pod.User(
        first(places, "runAsUser").parsed(Integer::valueOf),
        first(places, "runAsGroup").parsed(Integer::valueOf),
        first(places, "runAsNonRoot").text().map(Boolean::valueOf));
  }

  private static ArgoNode first(List<ArgoNode> places, String field) {
    return places.stream()
        .map(place -> place.child(field))
        .filter(ArgoNode::exists)
        .findFirst()
        .orElseGet(() -> places.getFirst().child(field));
  }

  private List<Pod.EmptyDir> emptyDirs(ArgoNode container) {
    List<Pod.EmptyDir> found = new ArrayList<>();
    for (ArgoNode mount : both(container, "volumeMounts")) {
      mount.refuseOthers(Set.of("name", "mountPath"));
      String name = mount.child("name").text().orElse("");
      Optional<ArgoNode> volume =
          spec.child("volumes").items().stream()
              .filter(it -> it.child("name").text().equals(Optional.of(name)))
              .findFirst();
      if (volume.isEmpty()) {
        mount.refuse("there is no volume '%s' in spec.volumes".formatted(name));
        continue;
      }
      found.add(
          new Pod.EmptyDir(
              name,
              mount.child("mountPath").text().orElse(""),
              volume.get().child("emptyDir").child("sizeLimit").text()));
    }
    return found;
  }

  private List<Pod.Secret> secrets(ArgoNode container) {
    List<Pod.Secret> found = new ArrayList<>();
    for (ArgoNode source : both(container, "envFrom")) {
      source.refuseOthers(Set.of("secretRef"));
      ArgoNode secret = source.child("secretRef");
      String name = secret.child("name").text().orElse("");
      if (!KEYS.containsKey(name)) {
        secret.refuse(
            "Kubeflow takes keys of a secret by name: write an env with a secretKeyRef for each");
      }
      Map<String, String> variables = new LinkedHashMap<>();
      KEYS.getOrDefault(name, List.of()).forEach(key -> variables.put(key, key));
      found.add(new Pod.Secret(name, variables, isOptional(secret)));
    }
    for (ArgoNode variable : both(container, "env")) {
      ArgoNode from = variable.child("valueFrom");
      from.refuseOthers(Set.of("secretKeyRef"));
      ArgoNode secret = from.child("secretKeyRef");
      if (secret.exists()) {
        found.add(
            new Pod.Secret(
                secret.child("name").text().orElse(""),
                Map.of(
                    variable.child("name").text().orElse(""),
                    secret.child("key").text().orElse("")),
                isOptional(secret)));
      }
    }
    return found;
  }

  private static boolean isOptional(ArgoNode secret) {
    return secret.child("optional").text().map(Boolean::valueOf).orElse(false);
  }
}
