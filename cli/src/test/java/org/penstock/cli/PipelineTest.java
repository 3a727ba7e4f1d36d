package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Stores;
import org.penstock.workflow.RunPhase;
import org.penstock.workflow.RunState;

/** The six steps of a real project in one JVM, from generated rows to a deployment. */
class PipelineTest {

  @TempDir Path directory;

  @Test
  void endsWithADeployedModelAndRepeatsItFromTheCache() throws IOException {
    Path store = directory.resolve("store");

    RunDocument first = run(store, 0.5);
    RunDocument second = run(store, 0.5);
    RunDocument elsewhere = run(directory.resolve("elsewhere"), 0.5, "--isolate");

    assertEquals("succeeded", first.phase());
    assertTrue(production(store).isPresent());
    assertEquals(first.digests(), second.digests());
    assertEquals(first.digests(), elsewhere.digests());
    assertEquals(List.of(false, false, false, false, false), first.cached());
    assertEquals(List.of(true, true, true, true, true), second.cached());
    assertEquals(List.of(false, false, false, false, false), elsewhere.cached());
  }

  @Test
  void deploysARejectedModelOnlyWhenAPersonOverrulesThePolicy() throws IOException {
    Path store = directory.resolve("store");
    run(store, 0.999);
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
    run(store, 0.5);
    String run = new Runs(open(store)).all().getFirst().name();
    Path copy = directory.resolve("training.parquet");

    int code = execute(store, "get", run + "/features/training", "--to", copy.toString());

    assertEquals(0, code);
    assertEquals("PAR1", new String(Files.readAllBytes(copy), 0, 4, StandardCharsets.US_ASCII));
  }

  private RunDocument run(Path store, double minAuc, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--store", store.toString()));
    args.addAll(List.of("--config", SmallSettings.write(directory, minAuc).toString()));
    return RunDocument.of(args.toArray(String[]::new));
  }

  private static int execute(Path store, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--store");
    all.add(store.toString());
    return PenstockMain.commandLine().execute(all.toArray(String[]::new));
  }

  private static ArtifactStore open(Path store) throws IOException {
    return Stores.open(store.toString(), Optional.empty());
  }

  private static Optional<Deployment> production(Path store) throws IOException {
    return new Deployments(open(store)).current("credit-risk");
  }
}
