package org.penstock.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode;
import org.penstock.config.InvalidConfigException;

/** Everything that is wrong with the objects of a directory like k8s, one sentence each. */
final class KubernetesChecks {

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";
  private static final String ONLY_FOR_TRYING = "# FOR TRYING OUT ONLY";

  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private KubernetesChecks() {}

  static List<String> problems(Path directory) throws IOException {
    return new KubernetesChecks().check(directory);
  }

  private List<String> check(Path directory) throws IOException {
    for (Path file : files(directory)) {
      checkComment(file, file.getParent().endsWith("try"));
      try {
        objects.add(KubernetesObject.read(file));
      } catch (InvalidConfigException e) {
        problems.addAll(e.problems());
      }
    }
    checkOrder();
    for (KubernetesObject object : objects) {
      checkName(object);
      switch (object.kind()) {
        case "Namespace" -> checkNamespace(object);
        case "Role" -> checkRole(object);
        case "RoleBinding" -> checkBinding(object);
        default -> new PodChecks(object, objects, problems).check();
      }
    }
    return problems;
  }

  /** Returns the files in the order in which kubectl applies them. */
  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory);
        Stream<Path> more = Files.list(directory.resolve("try"))) {
      return Stream.concat(files.sorted(), more.sorted())
          .filter(file -> file.toString().endsWith(".yaml"))
          .toList();
    }
  }

  private void checkComment(Path file, boolean onlyForTrying) throws IOException {
    boolean binding = file.getFileName().toString().contains(".RoleBinding.");
    String first = Files.readAllLines(file).getFirst();
    if (onlyForTrying ? !first.startsWith(ONLY_FOR_TRYING) : !first.startsWith("#") && !binding) {
      problems.add(file.getFileName() + ": the first line does not say what it is for");
    }
  }

  private void checkOrder() {
    Set<String> namespaces = new LinkedHashSet<>();
    for (KubernetesObject object : objects) {
      if (object.kind().equals("Namespace")) {
        namespaces.add(object.name());
      } else if (!namespaces.contains(object.namespace())) {
        say(object, "comes before its namespace '%s'", object.namespace());
      }
    }
  }

  private void checkName(KubernetesObject object) {
    String expected = "\\d\\d\\.%s\\.%s\\.yaml".formatted(object.kind(), object.name());
    if (!object.origin().matches(expected)) {
      say(object, "is called otherwise than NN.%s.%s.yaml", object.kind(), object.name());
    }
    if (!object.metadata("labels", "app.kubernetes.io/part-of").equals("penstock")) {
      say(object, "is not labelled as a part of penstock");
    }
  }

  private void checkNamespace(KubernetesObject namespace) {
    for (String mode : List.of("enforce", "warn", "audit")) {
      if (!namespace.metadata("labels", POD_SECURITY + mode).equals("restricted")) {
        say(namespace, "does not %s the standard 'restricted'", mode);
      }
      if (!namespace.metadata("labels", POD_SECURITY + mode + "-version").matches("v1\\.\\d+")) {
        say(namespace, "does not pin the version of what it should %s", mode);
      }
    }
    boolean denied =
        objects.stream()
            .anyMatch(it ->
                it.kind().equals("NetworkPolicy")
                    && it.namespace().equals(namespace.name())
                    && selectsAll(it)
                    && Yaml.texts(it.document(), "spec.policyTypes")
                        .equals(List.of("Ingress", "Egress")));
    if (!denied) {
      say(namespace, "has no policy that denies what others do not allow");
    }
  }

  private static boolean selectsAll(KubernetesObject policy) {
    return Yaml.find(policy.document(), "spec.podSelector")
        .filter(it -> it instanceof ConfigNode.Mapping map && map.entries().isEmpty())
        .isPresent();
  }

  private void checkRole(KubernetesObject role) {
    for (ConfigNode rule : Yaml.items(role.document(), "rules")) {
      for (String list : List.of("apiGroups", "resources", "verbs", "resourceNames")) {
        if (Yaml.texts(rule, list).contains("*")) {
          say(role, "allows everything in %s", list);
        }
      }
    }
    boolean bound =
        objects.stream()
            .anyMatch(it ->
                it.kind().equals("RoleBinding")
                    && it.namespace().equals(role.namespace())
                    && Yaml.text(it.document(), "roleRef.name").equals(role.name()));
    if (!bound) {
      say(role, "is bound to nobody");
    }
  }

  private void checkBinding(KubernetesObject binding) {
    String role = Yaml.text(binding.document(), "roleRef.name");
    if (!binding.findsBeside(objects, "Role", role)) {
      say(binding, "there is no role '%s' beside it", role);
    }
    for (ConfigNode subject : Yaml.items(binding.document(), "subjects")) {
      String name = Yaml.text(subject, "name");
      String namespace = Yaml.text(subject, "namespace");
      boolean known =
          objects.stream()
              .anyMatch(it ->
                  it.kind().equals("ServiceAccount")
                      && it.name().equals(name)
                      && it.namespace().equals(namespace));
      if (Yaml.text(subject, "kind").equals("ServiceAccount") && !known) {
        say(binding, "there is no service account '%s' in '%s'", name, namespace);
      }
    }
  }

  private void say(KubernetesObject object, String sentence, Object... values) {
    problems.add(object.origin() + ": " + sentence.formatted(values));
  }
}
