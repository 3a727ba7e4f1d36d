package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Stores;
import org.penstock.workflow.RunPhase;
import org.penstock.workflow.RunState;

/** The six steps of a real project in one JVM, from generated rows to a deployment. */
class PipelineTest {

  @TempDir Path directory;

  @Test
  void endsWithADeployedModelAndRepeatsItFromTheCache() throws IOException {
    Path store = directory.resolve("store");

    Map<String, Object> first = run(store, "--config", settings(0.5));
    Map<String, Object> second = run(store, "--config", settings(0.5));
    Map<String, Object> elsewhere =
        run(directory.resolve("elsewhere"), "--config", settings(0.5), "--isolate");

    assertEquals("succeeded", first.get("phase"));
    assertTrue(production(store).isPresent());
    assertEquals(digests(first), digests(second));
    assertEquals(digests(first), digests(elsewhere));
    assertEquals(List.of(false, false, false, false, false), cached(first));
    assertEquals(List.of(true, true, true, true, true), cached(second));
    assertEquals(List.of(false, false, false, false, false), cached(elsewhere));
  }

  @Test
  void deploysARejectedModelOnlyWhenAPersonOverrulesThePolicy() throws IOException {
    Path store = directory.resolve("store");
    run(store, "--config", settings(0.999));
    Optional<Deployment> afterRejection = production(store);
    RunState rejected = new Runs(open(store)).all().getFirst();

    int refused =
        execute(store, "approve", rejected.name(), "--as", "ada", "--reason", "I like it");
    int overruled =
        execute(
            store,
            "approve",
            rejected.name(),
            "--as",
            "ada",
            "--reason",
            "to look at the service",
            "--despite-policy");

    assertEquals(RunPhase.SUCCEEDED, rejected.phase());
    assertTrue(afterRejection.isEmpty());
    assertEquals(78, refused);
    assertEquals(0, overruled);
    assertEquals(rejected.name(), production(store).orElseThrow().run());
    Path report = LocalRun.directory(rejected.name()).resolve("report.html");
    assertTrue(Files.readString(report).contains("despite the policy"));
  }

  @Test
  void copiesAnArtifactOut() throws IOException {
    Path store = directory.resolve("store");
    run(store, "--config", settings(0.5));
    String run = new Runs(open(store)).all().getFirst().name();
    Path copy = directory.resolve("training.parquet");

    int code = execute(store, "get", run + "/features/training", "--to", copy.toString());

    assertEquals(0, code);
    assertEquals("PAR1", new String(Files.readAllBytes(copy), 0, 4, StandardCharsets.US_ASCII));
  }

  private Map<String, Object> run(Path store, String... more) {
    List<String> args = new ArrayList<>(List.of("run", "credit-risk", "--json"));
    args.addAll(List.of(more));
    PrintStream before = System.out;
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    System.setOut(new PrintStream(json, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, execute(store, args.toArray(String[]::new)));
    } finally {
      System.setOut(before);
    }
    return CanonicalJson.read(
        json.toString(StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8));
  }

  private static int execute(Path store, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--store");
    all.add(store.toString());
    return PenstockMain.commandLine().execute(all.toArray(String[]::new));
  }

  /** The project's own settings with few clients, a quick search, and another limit. */
  private String settings(double minAuc) throws IOException {
    Path own = PenstockHome.ofEnvironment().settings("credit-risk").orElseThrow();
    String yaml =
        Files.readString(own)
            .replaceFirst("entities: \\d+", "entities: 600")
            .replaceFirst("trials: \\d+", "trials: 2")
            .replaceFirst("bootstrap: \\d+", "bootstrap: 50")
            .replaceFirst(
                "(?s)policy:\n.*?\n  (?=[a-z])",
                "policy:\n    - {metric: auc, on: value, bound: at-least, limit: "
                    + minAuc
                    + "}\n  ");
    Path file = directory.resolve("project-%s.yaml".formatted(minAuc));
    Files.writeString(file, yaml);
    return file.toString();
  }

  private static ArtifactStore open(Path store) throws IOException {
    return Stores.open(store.toString(), Optional.empty());
  }

  private static Optional<Deployment> production(Path store) throws IOException {
    return new Deployments(open(store)).current("credit-risk");
  }

  private static List<Boolean> cached(Map<String, Object> run) {
    return steps(run).stream()
        .filter(step -> !List.of("approval", "deploy").contains(step.get("name")))
        .map(step -> (Boolean) step.get("cached"))
        .toList();
  }

  /** All artifacts but the deployment, which says when it was made. */
  private static Map<String, Object> digests(Map<String, Object> run) {
    Map<String, Object> digests = new TreeMap<>();
    for (Map<String, Object> step : steps(run)) {
      Map<?, ?> outputs = (Map<?, ?>) step.get("outputs");
      outputs.forEach((name, output) ->
          digests.put(step.get("name") + "/" + name, ((Map<?, ?>) output).get("digest")));
    }
    digests.remove("deploy/deployment");
    assertFalse(digests.isEmpty());
    return digests;
  }

  @SuppressWarnings("unchecked") // the document is ours, and its shape is what is tested
  private static List<Map<String, Object>> steps(Map<String, Object> run) {
    return (List<Map<String, Object>>) run.get("steps");
  }
}
