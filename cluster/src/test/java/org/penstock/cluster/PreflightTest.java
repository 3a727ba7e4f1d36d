package org.penstock.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {

  private static final String PINNED =
      "registry.example.org/train@sha256:" + "0123456789abcdef".repeat(4);
  private static final String TEMPLATE =
      """
      {"apiVersion":"argoproj.io/v1alpha1","kind":"WorkflowTemplate",
       "metadata":{"name":"credit-risk"},
       "spec":{"serviceAccountName":"penstock-pipeline",
        "arguments":{"parameters":[
          {"name":"source","value":"sample"},
          {"name":"despite-policy","value":"false","enum":["false","true"]},
          {"name":"image-train","value":"registry.example.org/train:0.1.0"}]},
        "templateDefaults":{"container":{"envFrom":[{"secretRef":{"name":"penstock-store"}}]}},
        "templates":[{"name":"deploy","serviceAccountName":"penstock-deploy"}]}}\
      """;

  @TempDir private Path directory;

  private FakeApiServer cluster;
  private Api api;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeApiServer();
    api = cluster.api();
    file = Files.writeString(directory.resolve("credit-risk.yaml"), TEMPLATE);
  }

  @AfterEach
  void stop() {
    api.close();
    cluster.close();
  }

  @Test
  void findsNothingWhereAllIsThere() throws IOException {
    template(TEMPLATE).accounts().secret("{\"A\":\"\",\"B\":\"\"}");

    Preflight.Findings findings = check(Map.of("image-train", PINNED));

    assertEquals(List.of(), findings.problems());
    assertEquals(List.of(), findings.notes());
    assertEquals(
        Map.of("source", "sample", "despite-policy", "false", "image-train", PINNED),
        findings.parameters());
  }

  @Test
  void namesTheCommandThatBringsTheTemplate() throws IOException {
    Preflight.Findings findings = check(Map.of());

    assertEquals(
        List.of(
            "There is no WorkflowTemplate 'credit-risk' in the namespace 'penstock': kubectl apply -n penstock -f "
                + file),
        findings.problems());
  }

  @Test
  void findsAllThatIsWrongAtOnce() throws IOException {
    template(TEMPLATE).secret("{\"A\":\"\"}");

    Preflight.Findings findings = check(Map.of("sourse", "x", "despite-policy", "yes"));

    assertEquals(
        List.of(
            "WorkflowTemplate 'credit-risk' has no parameter 'sourse'; did you mean 'source'?",
            "The parameter 'despite-policy' is 'yes', expected one of [false, true]",
            "Not pinned by digest: image-train (registry.example.org/train:0.1.0). ./penstock images writes images.yaml, which --images takes",
            "There is no ServiceAccount 'penstock-deploy' in the namespace 'penstock': kubectl apply -f k8s/",
            "There is no ServiceAccount 'penstock-pipeline' in the namespace 'penstock': kubectl apply -f k8s/",
            "The Secret 'penstock-store' in the namespace 'penstock' has no key 'B'"),
        findings.problems());
  }

  @Test
  void namesTheCommandThatMakesTheSecret() throws IOException {
    template(TEMPLATE).accounts();

    assertEquals(
        List.of(
            "There is no Secret 'penstock-store' in the namespace 'penstock': kubectl create secret generic penstock-store -n penstock --from-literal=A=… --from-literal=B=…"),
        check(Map.of("image-train", PINNED)).problems());
  }

  @Test
  void needsNoSecretWhereTheCloudKnowsTheAccount() throws IOException {
    template(TEMPLATE)
        .account("penstock-deploy", "{}")
        .account("penstock-pipeline", "{\"eks.amazonaws.com/role-arn\":\"arn:aws:iam::1:role/x\"}");

    assertEquals(List.of(), check(Map.of("image-train", PINNED)).problems());
  }

  @Test
  void notesWhatItMayNotSee() throws IOException {
    template(TEMPLATE).accounts();
    cluster.refuse(
        "GET /api/v1/namespaces/penstock/secrets/penstock-store",
        403,
        "Forbidden",
        "secrets \"penstock-store\" is forbidden: User \"jenkins\" cannot get resource \"secrets\"");

    Preflight.Findings findings = check(Map.of("image-train", PINNED));

    assertEquals(List.of(), findings.problems());
    assertEquals(
        List.of(
            "Not checked: the Secret 'penstock-store'. 'jenkins' may not get secrets 'penstock-store' in the namespace 'penstock': a Role has to allow it, see docs/cluster.md"),
        findings.notes());
  }

  @Test
  void saysWhereTheTemplateInTheClusterDiffers() throws IOException {
    template(TEMPLATE.replace("\"sample\"", "\"other\""))
        .accounts()
        .secret("{\"A\":\"\",\"B\":\"\"}");

    assertEquals(
        List.of(
            "The WorkflowTemplate in the namespace 'penstock' is not the one of %s: spec.arguments.parameters[0].value differs. To take yours: kubectl apply -n penstock -f %s"
                .formatted(file, file)),
        check(Map.of("image-train", PINNED)).notes());
  }

  private Preflight.Findings check(Map<String, String> parameters) throws IOException {
    return new Preflight(api, "penstock")
        .check(new NewRun("run", "credit-risk", parameters), file, _ -> List.of("A", "B"));
  }

  private PreflightTest template(String json) {
    cluster.when(
        "GET /apis/argoproj.io/v1alpha1/namespaces/penstock/workflowtemplates/credit-risk",
        200,
        json);
    return this;
  }

  private PreflightTest accounts() {
    return account("penstock-pipeline", "{}").account("penstock-deploy", "{}");
  }

  private PreflightTest account(String name, String annotations) {
    cluster.when(
        "GET /api/v1/namespaces/penstock/serviceaccounts/" + name,
        200,
        "{\"metadata\":{\"name\":\"%s\",\"annotations\":%s}}".formatted(name, annotations));
    return this;
  }

  private void secret(String data) {
    cluster.when(
        "GET /api/v1/namespaces/penstock/secrets/penstock-store",
        200,
        "{\"data\":%s}".formatted(data));
  }
}
