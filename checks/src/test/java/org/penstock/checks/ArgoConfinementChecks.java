package org.penstock.checks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode;
import org.penstock.config.Problems;
import org.penstock.config.YamlReader;

/** A pod of a workflow may do what it needs, and no more; what it names lies in k8s. */
final class ArgoConfinementChecks {

  private static final Map<String, String> POD =
      Map.of("runAsNonRoot", "true", "runAsUser", "8737", "seccompProfile.type", "RuntimeDefault");

  private static final Map<String, String> CONTAINER =
      Map.of("allowPrivilegeEscalation", "false", "readOnlyRootFilesystem", "true");

  private final ConfigNode document;
  private final List<String> problems;

  ArgoConfinementChecks(ConfigNode document, List<String> problems) {
    this.document = document;
    this.problems = problems;
  }

  void check() {
    expect(POD, document, "spec.securityContext");
    checkContainer(document, "spec.templateDefaults.container.securityContext");
    checkArgosOwn("initContainers", "init");
    checkArgosOwn("containers", "wait");
    checkAccounts();
    checkLogs();
    for (String path :
        List.of(
            "spec.onExit",
            "spec.activeDeadlineSeconds",
            "spec.podGC.strategy",
            "spec.ttlStrategy.secondsAfterSuccess",
            "spec.ttlStrategy.secondsAfterFailure")) {
      if (Yaml.text(document, path).isEmpty()) {
        problems.add(path + " is missing");
      }
    }
    Yaml.items(document, "spec.templates").forEach(this::checkTemplate);
  }

  private void checkTemplate(ConfigNode template) {
    String name = Yaml.text(template, "name");
    Optional<ConfigNode> container = Yaml.find(template, "container");
    if (container.isEmpty()) {
      return;
    }

    if (Yaml.find(container.get(), "securityContext").isPresent()) {
      problems.add(name + ": has a securityContext of its own");
    }
    for (String bound : List.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory")) {
      if (Yaml.text(container.get(), "resources." + bound).isEmpty()) {
        problems.add("%s: resources.%s is missing".formatted(name, bound));
      }
    }
    if (Yaml.text(template, "activeDeadlineSeconds").isEmpty()) {
      problems.add(name + ": activeDeadlineSeconds is missing");
    }
    String component = component(template);
    if (!component.equals(name)) {
      problems.add("%s: is labelled '%s', which network policies read".formatted(name, component));
    }
    boolean token = Yaml.text(template, "automountServiceAccountToken").equals("true");
    boolean acts = name.equals("deploy");
    if (token != acts || acts == Yaml.text(template, "serviceAccountName").isEmpty()) {
      problems.add(name + ": only deploy has an account and a token of its own");
    }
  }

  private static String component(ConfigNode template) {
    // The dots of the key are none of the path.
    return Yaml.find(template, "metadata.labels")
        .flatMap(it ->
            it instanceof ConfigNode.Mapping labels
                ? labels.value("app.kubernetes.io/component")
                : Optional.empty())
        .map(it -> it instanceof ConfigNode.Scalar text ? text.text() : "")
        .orElse("");
  }

  private void checkAccounts() {
    if (!Yaml.text(document, "spec.automountServiceAccountToken").equals("false")) {
      problems.add("every step gets a token of Kubernetes");
    }
    Stream.concat(
            Stream.of(
                Yaml.text(document, "spec.serviceAccountName"),
                Yaml.text(document, "spec.executor.serviceAccountName")),
            Yaml.items(document, "spec.templates").stream()
                .map(it -> Yaml.text(it, "serviceAccountName"))
                .filter(it -> !it.isEmpty()))
        .filter(account -> file("ServiceAccount", account).isEmpty())
        .forEach(account -> problems.add("k8s has no service account '%s'".formatted(account)));
    String token =
        Yaml.text(document, "spec.executor.serviceAccountName") + ".service-account-token";
    if (file("Secret", token).isEmpty()) {
      problems.add("k8s has no token '%s' for Argo's own container".formatted(token));
    }
  }

  private void checkLogs() {
    String map = Yaml.text(document, "spec.artifactRepositoryRef.configMap");
    String key = Yaml.text(document, "spec.artifactRepositoryRef.key");
    if (!Yaml.text(document, "spec.archiveLogs").equals("true")) {
      problems.add("logs are lost with their pods");
    }
    if (file("ConfigMap", map).filter(it -> Yaml.find(it, "data." + key).isPresent()).isEmpty()) {
      problems.add("k8s has no config map '%s' with the key '%s'".formatted(map, key));
    }
    if (!Yaml.text(document, "spec.artifactGC.strategy").equals("Never")) {
      problems.add("spec.artifactGC.strategy is not Never");
    }
  }

  private void checkArgosOwn(String list, String name) {
    ConfigNode patch = parsed(Yaml.text(document, "spec.podSpecPatch"));
    Optional<ConfigNode> container =
        Yaml.items(patch, list).stream()
            .filter(it -> Yaml.text(it, "name").equals(name))
            .findFirst();
    container.ifPresentOrElse(
        it -> checkContainer(it, "securityContext"),
        () -> problems.add("Argo's container '%s' is not confined".formatted(name)));
  }

  private void checkContainer(ConfigNode node, String path) {
    expect(CONTAINER, node, path);
    if (!Yaml.texts(node, path + ".capabilities.drop").equals(List.of("ALL"))) {
      problems.add(path + ".capabilities.drop is not [ALL]");
    }
  }

  private void expect(Map<String, String> values, ConfigNode node, String path) {
    values.forEach((key, value) -> {
      String found = Yaml.text(node, path + "." + key);
      if (!found.equals(value)) {
        problems.add("%s.%s is '%s' instead of %s".formatted(path, key, found, value));
      }
    });
  }

  private static ConfigNode parsed(String yaml) {
    try {
      return YamlReader.read(
              new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
              new Problems("podSpecPatch"))
          .orElse(new ConfigNode.Mapping(List.of(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the object of k8s that is called so. */
  private static Optional<ConfigNode> file(String kind, String name) {
    try {
      for (var file : Checkout.yaml("k8s")) {
        if (file.getFileName().toString().endsWith("." + kind + "." + name + ".yaml")) {
          return Optional.of(Checkout.read(file));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
