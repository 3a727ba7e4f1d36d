package org.penstock.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.RunPhase;
import org.penstock.workflow.RunState;

/** Reads a Workflow as Argo 3.7 left it, less the fields that nobody here reads. */
final class WorkflowStatusTest {

  @Test
  void readsOneNodeATaskInTheOrderOfThePipeline() throws IOException {
    RunState run = new WorkflowStatus(succeeded()).run();

    assertEquals(RunPhase.SUCCEEDED, run.phase());
    assertEquals(
        List.of(
            "ingest", "features", "train", "evaluate", "approve", "approval", "deploy", "onExit"),
        List.copyOf(run.nodes().keySet()));
    assertEquals("credit-risk", run.workflow());
    assertEquals("16253", run.nodes().get("ingest").outputs().get("row-count"));
    assertEquals(1, run.nodes().get("ingest").attempts());
    assertEquals(OptionalInt.of(0), run.nodes().get("ingest").exitCode());
    assertEquals("APPROVE", run.nodes().get("approval").outputs().get("decision"));
    assertEquals(NodePhase.SUCCEEDED, run.nodes().get("deploy").phase());
  }

  @Test
  void prefersWhatTheRunWasGivenToDefaultsOfTheTemplate() throws IOException {
    RunState run = new WorkflowStatus(succeeded()).run();

    assertEquals("ada", run.parameters().get("author"));
    assertEquals("credit-risk", run.parameters().get("project"));
    assertEquals("false", run.parameters().get("despite-policy"));
  }

  @ParameterizedTest
  @CsvSource({
    "Running, Suspend, SUSPENDED, SUSPENDED",
    "Running, Retry, RUNNING, RUNNING",
    "Pending, Pod, PENDING, RUNNING",
  })
  void waitsForAPersonOnlyWhereNothingElseRuns(
      String phase, String type, NodePhase node, RunPhase run) {
    RunState state = new WorkflowStatus(unfinished(phase, type)).run();

    assertEquals(node, state.nodes().get("approval").phase());
    assertEquals(run, state.phase());
  }

  @Test
  void readsNodesThatArgoCompressed() throws IOException {
    Map<String, Object> workflow = new LinkedHashMap<>(succeeded().fields());
    Map<String, Object> status = new LinkedHashMap<>(succeeded().at("status").fields());
    byte[] nodes = Serialization.asJson(status.remove("nodes")).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(nodes);
    }
    status.put("compressedNodes", Base64.getEncoder().encodeToString(packed.toByteArray()));
    workflow.put("status", status);

    WorkflowStatus compressed = new WorkflowStatus(new Tree(workflow));

    assertTrue(compressed.isPacked());
    assertFalse(new WorkflowStatus(succeeded()).isPacked());
    assertEquals(new WorkflowStatus(succeeded()).run(), compressed.run());
  }

  @Test
  void countsTheAttemptsOfATask() {
    Tree workflow =
        tree(
            """
            {"metadata":{"name":"run"},"spec":{"entrypoint":"main","templates":[
              {"name":"main","dag":{"tasks":[{"name":"ingest"}]}}]},
             "status":{"phase":"Failed","nodes":{
              "run":{"name":"run","displayName":"run","type":"DAG","phase":"Failed"},
              "a":{"name":"run.ingest","displayName":"ingest","type":"Retry","phase":"Failed",
                "message":"retryStrategy.expression evaluated to false",
                "boundaryID":"run","children":["b","c","d"]},
              "b":{"name":"run.ingest(0)","type":"Pod","phase":"Failed","outputs":{"exitCode":"75"}},
              "c":{"name":"run.ingest(1)","type":"Pod","phase":"Failed","outputs":{"exitCode":"65"},
                "message":"main: Error (exit code 65): 9 of 10 rows are bad"},
              "d":{"name":"run.features","type":"Retry","phase":"Omitted"}}}}\
            """);

    RunState run = new WorkflowStatus(workflow).run();

    assertEquals(RunPhase.FAILED, run.phase());
    assertEquals(2, run.nodes().get("ingest").attempts());
    assertEquals(OptionalInt.of(65), run.nodes().get("ingest").exitCode());
    assertEquals("9 of 10 rows are bad", run.nodes().get("ingest").message());
  }

  private static Tree unfinished(String phase, String type) {
    return tree(
        """
        {"metadata":{"name":"run"},"spec":{"entrypoint":"main","templates":[
          {"name":"main","dag":{"tasks":[{"name":"approval"}]}}]},
         "status":{"phase":"Running","nodes":{
          "a":{"name":"run.approval","displayName":"approval","type":"%s","phase":"%s",
            "boundaryID":"run"}}}}\
        """
            .formatted(type, phase));
  }

  static Tree tree(String json) {
    return Tree.of(Serialization.unmarshal(json, Map.class));
  }

  private static Tree succeeded() throws IOException {
    try (InputStream json =
        WorkflowStatusTest.class.getResourceAsStream("argo-3.7-succeeded.json")) {
      return Tree.of(Serialization.unmarshal(json, Map.class));
    }
  }
}
