package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.ConfigNode;
import org.penstock.workflow.WorkflowTemplate;

/** The files of k8s fit each other and give nobody too much; each check notices when not. */
class KubernetesFilesTest {

  private static final Path K8S = Checkout.at("k8s");

  @TempDir Path directory;

  @Test
  void fit() throws IOException {
    assertEquals(List.of(), KubernetesChecks.problems(K8S));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void doNotFitWhen(Mutation mutation) throws IOException {
    copy();
    mutation.applyIn(directory);

    List<String> problems = KubernetesChecks.problems(directory);

    assertTrue(problems.contains(mutation.expected()), () -> String.join("\n", problems));
  }

  static List<Mutation> mutations() throws Exception {
    return Mutation.read("k8s-mutations.yaml");
  }

  private void copy() throws IOException {
    Files.createDirectory(directory.resolve("try"));
    for (Path file : KubernetesChecks.files(K8S)) {
      Files.copy(file, directory.resolve(K8S.relativize(file)));
    }
  }

  /** Who gains a right, gains it here too. */
  @Test
  void giveTheseRightsAndNoOthers() throws IOException {
    Map<String, List<String>> rights = new TreeMap<>();
    for (Path file : KubernetesChecks.files(K8S)) {
      KubernetesObject role = KubernetesObject.read(file);
      if (role.kind().equals("Role") && !role.name().equals("penstock-release")) {
        rights.put(
            role.namespace() + "/" + role.name(),
            Yaml.items(role.document(), "rules").stream().map(KubernetesFilesTest::right).toList());
      }
    }

    assertEquals(
        Map.of(
            "penstock/penstock-pipeline",
            List.of("create,patch workflowtaskresults"),
            "penstock/penstock-submit",
            List.of(
                "get workflowtemplates",
                "create,get,list,watch workflows",
                "get serviceaccounts penstock-pipeline,penstock-deploy",
                "list pods"),
            "penstock/penstock-approve",
            List.of("get,list,watch,update workflows", "list pods"),
            "penstock-serving/penstock-deploy",
            List.of("get,watch,patch deployments " + String.join(",", deployed()), "list pods")),
        rights);
  }

  /** Returns the projects whose pipeline deploys, sorted; each has a Deployment of its name. */
  private static List<String> deployed() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : Checkout.yaml("pipelines/argo")) {
      String name = file.getFileName().toString().replace(".yaml", "");
      if (!name.contains(".")
          && WorkflowTemplate.read(file).tasks().stream()
              .anyMatch(task -> task.template().equals("deploy"))) {
        names.add(name);
      }
    }
    return names;
  }

  private static String right(ConfigNode rule) {
    return "%s %s %s"
        .formatted(
            String.join(",", Yaml.texts(rule, "verbs")),
            String.join(",", Yaml.texts(rule, "resources")),
            String.join(",", Yaml.texts(rule, "resourceNames")))
        .strip();
  }

  /** Applying k8s must never overwrite credentials that somebody made. */
  @Test
  void haveNoSecretButForTryingOut() throws IOException {
    for (Path file : KubernetesChecks.files(K8S)) {
      KubernetesObject object = KubernetesObject.read(file);
      if (object.kind().equals("Secret") && file.getParent().equals(K8S)) {
        assertEquals("kubernetes.io/service-account-token", Yaml.text(object.document(), "type"));
      }
    }
  }
}
