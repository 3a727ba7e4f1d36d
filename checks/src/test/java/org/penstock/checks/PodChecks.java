package org.penstock.checks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode;

/** A pod that no engine made may do what it needs, and no more; what it names is there. */
final class PodChecks {

  private static final Map<String, String> POD =
      Map.of("runAsNonRoot", "true", "runAsUser", "8737", "seccompProfile.type", "RuntimeDefault");

  private static final Map<String, String> CONTAINER =
      Map.of(
          "allowPrivilegeEscalation",
          "false",
          "readOnlyRootFilesystem",
          "true",
          "runAsNonRoot",
          "true",
          "seccompProfile.type",
          "RuntimeDefault");

  /** Made by whoever runs the cluster, as k8s/README.md says. */
  private static final Set<String> FROM_ELSEWHERE = Set.of("penstock-store", "registry");

  private final KubernetesObject object;
  private final List<KubernetesObject> others;
  private final List<String> problems;

  PodChecks(KubernetesObject object, List<KubernetesObject> others, List<String> problems) {
    this.object = object;
    this.others = others;
    this.problems = problems;
  }

  void check() {
    object.pod().ifPresent(this::checkPod);
  }

  private void checkPod(ConfigNode pod) {
    expect(POD, pod, "securityContext.");
    expect(Map.of("automountServiceAccountToken", "false", "enableServiceLinks", "false"), pod, "");
    for (String key : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (Yaml.find(pod, key).isPresent()) {
        say("%s must not be named", key);
      }
    }
    String account = Yaml.text(pod, "serviceAccountName");
    if (!account.isEmpty() && !object.findsBeside(others, "ServiceAccount", account)) {
      say("there is no service account '%s' beside it", account);
    }
    Stream.concat(
            Yaml.items(pod, "containers").stream(), Yaml.items(pod, "initContainers").stream())
        .forEach(container -> checkContainer(pod, container));
    Yaml.items(pod, "volumes").forEach(this::checkVolume);
  }

  private void checkContainer(ConfigNode pod, ConfigNode container) {
    expect(CONTAINER, container, "securityContext.");
    if (!Yaml.texts(container, "securityContext.capabilities.drop").equals(List.of("ALL"))) {
      say("securityContext.capabilities.drop is not [ALL]");
    }
    for (String bound : List.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory")) {
      if (Yaml.text(container, "resources." + bound).isEmpty()) {
        say("resources.%s is missing", bound);
      }
    }
    if (Yaml.texts(container, "command").isEmpty()) {
      say("command is missing, and images have no entrypoint");
    }
    String image = Yaml.text(container, "image");
    if (!image.matches(".+(:[^:/@]+|@sha256:[0-9a-f]{64})") || image.endsWith(":latest")) {
      say("the image '%s' has neither tag nor digest that stay", image);
    }
    Yaml.items(container, "envFrom").forEach(from -> secret(Yaml.text(from, "secretRef.name")));
    List<String> volumes = names(Yaml.items(pod, "volumes"));
    names(Yaml.items(container, "volumeMounts")).stream()
        .filter(mount -> !volumes.contains(mount))
        .forEach(mount -> say("there is no volume '%s'", mount));
  }

  private void checkVolume(ConfigNode volume) {
    if (Yaml.find(volume, "hostPath").isPresent()) {
      say("a volume is a directory of the node");
    }
    if (Yaml.find(volume, "emptyDir").isPresent()
        && Yaml.text(volume, "emptyDir.sizeLimit").isEmpty()) {
      say("the volume '%s' has no limit", Yaml.text(volume, "name"));
    }
    secret(Yaml.text(volume, "secret.secretName"));
  }

  private void secret(String name) {
    if (!name.isEmpty()
        && !FROM_ELSEWHERE.contains(name)
        && !object.findsBeside(others, "Secret", name)) {
      say("there is no secret '%s' beside it", name);
    }
  }

  private static List<String> names(List<ConfigNode> items) {
    return items.stream().map(item -> Yaml.text(item, "name")).toList();
  }

  private void expect(Map<String, String> values, ConfigNode node, String path) {
    values.forEach((key, value) -> {
      String found = Yaml.text(node, path + key);
      if (!found.equals(value)) {
        say("%s%s is '%s' instead of %s", path, key, found, value);
      }
    });
  }

  private void say(String sentence, Object... values) {
    problems.add(object.origin() + ": " + sentence.formatted(values));
  }
}
