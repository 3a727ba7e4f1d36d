package org.penstock.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.Aliases;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.Sha256;

final class DeploymentsTest {

  @TempDir private Path scratch;

  private InMemoryArtifactStore store;
  private Deployments deployments;

  @BeforeEach
  void newStore() {
    store = new InMemoryArtifactStore(scratch);
    deployments = new Deployments(store);
  }

  @Test
  void servesNothingAtFirst() throws IOException {
    assertEquals(Optional.empty(), deployments.current("credit-risk"));
  }

  @Test
  void servesWhatIsDeployed() throws IOException {
    Deployment deployment = deployment("table", "run-1");

    Sha256 digest = deployments.deploy(deployment).orElseThrow();

    assertEquals(Optional.of(deployment), deployments.current("credit-risk"));
    assertEquals(deployment, deployments.load(digest));
  }

  @Test
  void changesNothingWhenTheSameIsDeployedAgain() throws IOException {
    Optional<Sha256> first = deployments.deploy(deployment("table", "run-1"));

    Optional<Sha256> again = deployments.deploy(deployment("table", "run-2"));

    assertEquals(first, again);
    assertEquals(1, new Aliases(store).history("credit-risk", Deployment.ALIAS).size());
  }

  @Test
  void movesToAnotherFeatureTable() throws IOException {
    Optional<Sha256> first = deployments.deploy(deployment("table", "run-1"));

    Optional<Sha256> second = deployments.deploy(deployment("newer table", "run-2"));

    assertNotEquals(first, second);
    assertEquals("run-2", deployments.current("credit-risk").orElseThrow().run());
  }

  @Test
  void replacesADeploymentThatIsGone() throws IOException {
    Deployment deployment = deployment("table", "run-1");
    new Aliases(store)
        .move(
            "credit-risk",
            Deployment.ALIAS,
            Optional.empty(),
            Example.digest("gone"),
            deployment.at());

    deployments.deploy(deployment);

    assertEquals(Optional.of(deployment), deployments.current("credit-risk"));
  }

  private static Deployment deployment(String table, String run) {
    return new Deployment(
        Example.SUBJECT,
        Example.digest(table),
        Example.digest("approval"),
        run,
        Instant.parse("2026-03-02T00:00:00Z"));
  }
}
