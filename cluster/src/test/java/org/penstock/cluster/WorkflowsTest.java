package org.penstock.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

final class WorkflowsTest {

  private static final String ALL = "/apis/argoproj.io/v1alpha1/namespaces/penstock/workflows";
  private static final String RUN = ALL + "/run";

  private FakeApiServer cluster;
  private Api api;
  private Workflows workflows;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeApiServer();
    api = cluster.api();
    workflows = new Workflows(api, "penstock");
  }

  @AfterEach
  void stop() {
    api.close();
    cluster.close();
  }

  @Test
  void answersANodeAsArgoNodeSetDoes() throws IOException {
    cluster.when("GET " + RUN, 200, waiting("Running", "")).when("PUT " + RUN, 200, "{}");

    workflows.answer("run", "approval", Map.of("decision", "APPROVE"), "approved by ada: good");

    Tree put = WorkflowStatusTest.tree(cluster.changes.getFirst().body());
    Tree node = put.at("status", "nodes", "a");
    assertEquals("Succeeded", node.word("phase"));
    assertEquals("approved by ada: good", node.word("message"));
    assertTrue(node.word("finishedAt").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    Tree decision = node.list("outputs", "parameters").getFirst();
    assertEquals("APPROVE", decision.word("value"));
    assertFalse(decision.has("valueFrom"));
    assertTrue(node.list("outputs", "parameters").getLast().has("valueFrom"));
    assertEquals("12", put.word("metadata", "resourceVersion"));
    assertEquals("kept", put.word("spec", "unknown"));
    assertEquals("Running", put.word("status", "nodes", "other", "phase"));
  }

  @Test
  void answersAgainWhenArgoWroteMeanwhile() throws IOException {
    cluster
        .when("GET " + RUN, 200, waiting("Running", ""))
        .refuse("PUT " + RUN, 409, "Conflict", "the object has been modified")
        .when("PUT " + RUN, 200, "{}");

    workflows.answer("run", "approval", Map.of("decision", "APPROVE"), "");

    assertEquals(2, cluster.changes.size());
  }

  @Test
  void refusesToAnswerWhatDoesNotWait() {
    cluster.when("GET " + RUN, 200, waiting("Succeeded", ""));

    StepFailure failure =
        assertThrows(StepFailure.class, () -> workflows.answer("run", "approval", Map.of(), ""));

    assertEquals("Run run does not wait for an answer at 'approval'", failure.getMessage());
    assertEquals(List.of(), cluster.changes);
  }

  @Test
  void leavesToArgoWhatOnlyArgoCanChange() {
    cluster.when("GET " + RUN, 200, waiting("Running", "\"offloadNodeStatusVersion\":\"fnv:1\","));
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("decision", "APPROVE");
    outputs.put("approver", "ada");

    StepFailure failure =
        assertThrows(StepFailure.class, () -> workflows.answer("run", "approval", outputs, ""));

    assertEquals(
        "Argo keeps the nodes of run where only it can change them, since there are many",
        failure.getMessage());
    assertEquals(
        "argo node set run -n penstock --node-field-selector displayName=approval --phase Succeeded --output-parameter decision=APPROVE --output-parameter approver=ada",
        workflows.command("run", "approval", outputs));
  }

  @Test
  void submitsArgumentsAndNothingElse() throws IOException {
    cluster.when("POST " + ALL, 201, "{}");

    boolean submitted =
        workflows.submit(new NewRun("run", "credit-risk", Map.of("source", "s3://loans")));

    assertTrue(submitted);
    Tree posted = WorkflowStatusTest.tree(cluster.changes.getFirst().body());
    assertEquals(
        Map.of(
            "workflowTemplateRef",
            Map.of("name", "credit-risk"),
            "arguments",
            Map.of("parameters", List.of(Map.of("name", "source", "value", "s3://loans")))),
        posted.at("spec").fields());
  }

  @Test
  void saysThatANameIsTaken() throws IOException {
    cluster.refuse("POST " + ALL, 409, "AlreadyExists", "workflows \"run\" already exists");

    assertFalse(workflows.submit(new NewRun("run", "credit-risk", Map.of())));
  }

  @Test
  void tellsAUsedUpQuotaFromAMissingRole() {
    cluster.refuse(
        "POST " + ALL,
        403,
        "Forbidden",
        "workflows \"run\" is forbidden: exceeded quota: penstock");

    StepFailure failure =
        assertThrows(
            StepFailure.class, () -> workflows.submit(new NewRun("run", "credit-risk", Map.of())));

    assertEquals(
        "The API server refused to create Workflow 'run' in the namespace 'penstock': workflows \"run\" is forbidden: exceeded quota: penstock",
        failure.getMessage());
  }

  @Test
  void aQuotaThatIsNotCountedYetPasses() {
    cluster.refuse(
        "POST " + ALL,
        403,
        "Forbidden",
        "workflows \"run\" is forbidden: status unknown for quota: penstock");

    IOException failure =
        assertThrows(
            IOException.class, () -> workflows.submit(new NewRun("run", "credit-risk", Map.of())));

    assertEquals(
        "The cluster has not counted yet what the quotas of the namespace 'penstock' count, which takes up to five minutes after they are new: workflows \"run\" is forbidden: status unknown for quota: penstock",
        failure.getMessage());
  }

  @Test
  void saysThatArgoIsNotInstalled() {
    cluster.when("GET " + ALL, 404, "404 page not found\n");

    StepFailure failure = assertThrows(StepFailure.class, workflows::all);

    assertEquals(ExitCode.CONFIG, failure.exitCode());
    assertEquals(
        "The cluster at %s/ has no workflows.argoproj.io: Argo Workflows is not installed there, see docs/cluster.md"
            .formatted(cluster.url()),
        failure.getMessage());
  }

  @Test
  void findsARunByTheEndOfItsName() throws IOException {
    cluster.when("GET " + ALL, 200, "{\"items\":[" + waiting("Running", "") + "]}");

    assertEquals("run", workflows.run("un").name());
  }

  @Test
  void namesTheImageThatCannotBeHad() {
    cluster.when(
        "GET /api/v1/namespaces/penstock/pods",
        200,
        """
        {"items":[{"metadata":{"name":"run-ingest-1"},"status":{"phase":"Pending",
          "containerStatuses":[{"image":"registry.example.org/ingest:0.1.0",
          "state":{"waiting":{"reason":"ImagePullBackOff","message":"not found"}}}]}}]}\
        """);

    assertEquals(
        List.of(
            "The image registry.example.org/ingest:0.1.0 cannot be had on the node (ImagePullBackOff): not found"),
        workflows.troubles("run", true));
  }

  @Test
  void tellsWhatMayPassFromWhatDoesNot() {
    cluster.when(
        "GET /api/v1/namespaces/penstock/pods",
        200,
        """
        {"items":[{"metadata":{"name":"run-train-1"},"status":{"phase":"Pending","conditions":[
          {"type":"PodScheduled","status":"False","reason":"Unschedulable",
           "message":"0/1 nodes are available: 1 Insufficient cpu."}]}}]}\
        """);

    assertEquals(List.of(), workflows.troubles("run", true));
    assertEquals(
        List.of("The pod run-train-1 finds no node: 0/1 nodes are available: 1 Insufficient cpu."),
        workflows.troubles("run", false));
  }

  private static String waiting(String phase, String status) {
    return """
    {"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow",
     "metadata":{"name":"run","namespace":"penstock","resourceVersion":"12"},
     "spec":{"unknown":"kept","entrypoint":"main"},
     "status":{%s"phase":"Running","nodes":{
      "other":{"name":"run.x","displayName":"x","type":"Retry","phase":"Running"},
      "a":{"name":"run.approval","displayName":"approval","type":"Suspend","phase":"%s",
        "boundaryID":"run","outputs":{"parameters":[
          {"name":"decision","valueFrom":{"supplied":{},"default":"REJECT"}},
          {"name":"approver","valueFrom":{"supplied":{},"default":""}}]}}}}}\
    """
        .formatted(status, phase);
  }
}
