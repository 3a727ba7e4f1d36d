package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod gets besides its program.
 *
 * @param resources requests and limits, by the names of Kubeflow
 * @param deadline after which it is stopped; empty: never
 * @param pullPolicy when its image is pulled; empty: as the cluster does
 * @param user who it runs as
 * @param emptyDirs directories of its own
 * @param secrets whose keys are variables of its environment
 */
record Pod(
    Map<String, String> resources,
    Optional<Duration> deadline,
    Optional<String> pullPolicy,
    User user,
    List<EmptyDir> emptyDirs,
    List<Secret> secrets) {

  /** Who a program runs as; what is empty is left to image and cluster. */
  record User(Optional<Integer> id, Optional<Integer> group, Optional<Boolean> nonRoot) {

    private Map<String, Object> toTree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      group.ifPresent(number -> tree.put("runAsGroup", number.toString()));
      nonRoot.ifPresent(must -> tree.put("runAsNonRoot", must));
      id.ifPresent(number -> tree.put("runAsUser", number.toString()));
      return tree;
    }
  }

  /** A directory that lives as long as the pod. */
  record EmptyDir(String volume, String path, Optional<String> sizeLimit) {

    private Map<String, Object> toTree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("mountPath", path);
      sizeLimit.ifPresent(size -> tree.put("sizeLimit", size));
      tree.put("volumeName", volume);
      return tree;
    }
  }

  /**
   * A secret in the environment.
   *
   * @param name of the secret
   * @param variables variable to key of the secret
   * @param optional whether the pod starts without it
   */
  record Secret(String name, Map<String, String> variables, boolean optional) {

    Secret {
      variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    private Map<String, Object> toTree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put(
          "keyToEnv",
          variables.entrySet().stream()
              .map(entry -> Tree.of("envVar", entry.getKey(), "secretKey", entry.getValue()))
              .toList());
      if (optional) {
        tree.put("optional", true);
      }
      tree.put("secretName", name);
      tree.put("secretNameParameter", Map.of("runtimeValue", Map.of("constant", name)));
      return tree;
    }
  }

  Pod {
    requireNonNull(deadline, "deadline");
    requireNonNull(pullPolicy, "pullPolicy");
    requireNonNull(user, "user");
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    emptyDirs = List.copyOf(emptyDirs);
    secrets = List.copyOf(secrets);
  }

  /** Returns the KubernetesExecutorConfig; empty if there is nothing to say. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    deadline.ifPresent(time -> tree.put("activeDeadlineSeconds", Long.toString(time.toSeconds())));
    if (!emptyDirs.isEmpty()) {
      tree.put("emptyDirMounts", emptyDirs.stream().map(EmptyDir::toTree).toList());
    }
    pullPolicy.ifPresent(policy -> tree.put("imagePullPolicy", policy));
    if (!secrets.isEmpty()) {
      tree.put("secretAsEnv", secrets.stream().map(Secret::toTree).toList());
    }
    Map<String, Object> security = user.toTree();
    if (!security.isEmpty()) {
      tree.put("securityContext", security);
    }
    return tree;
  }
}
