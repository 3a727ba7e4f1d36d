package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Deployment;
import org.penstock.artifact.Sha256;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.ModelBundle;
import org.penstock.serving.production.ServingException;
import org.penstock.serving.production.ServingException.Kind;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ServerTest {

  @TempDir private Path directory;

  @Test
  void refusesToServeWhatWasNeverDeployed() {
    BakeryStore empty = new BakeryStore(directory);

    ServingException thrown = refused(empty, ApprovalVerifier.onLaptop());

    assertEquals(Kind.CONFIGURATION, thrown.kind());
    assertEquals(
        List.of("Nothing of bakery is deployed in this store: run it, and approve what it makes."),
        thrown.problems());
  }

  @Test
  void namesThePortThatIsInUse() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, BakeryStore.Approval.USUAL);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServingException thrown =
          assertThrows(
              ServingException.class,
              () ->
                  Server.start(
                          new Bakery(),
                          deployed.store,
                          ApprovalVerifier.onLaptop(),
                          new Server.Listen("127.0.0.1", taken.getLocalPort()))
                      .close());

      assertEquals(Kind.CONFIGURATION, thrown.kind());
      assertEquals(
          "Port %d of 127.0.0.1 is in use: stop what uses it, or give another --port"
              .formatted(taken.getLocalPort()),
          thrown.getMessage());
    }
  }

  @Test
  void servesASelfApprovedModelOnALaptopAndSaysSo() throws IOException {
    try (RunningBakery bakery = RunningBakery.start(directory, BakeryStore.Approval.OWN)) {
      assertTrue(
          bakery.api.get("/").body().contains("Self-approved: no second person has looked at it."));
    }
  }

  @Test
  void refusesASelfApprovedModelInProduction() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, BakeryStore.Approval.OWN);

    ServingException thrown =
        refused(deployed, ApprovalVerifier.inProduction(List.of(deployed.approver("alice"))));

    assertEquals(Kind.CONFIGURATION, thrown.kind());
    assertEquals(
        List.of("'alice' approved their own run, which production does not accept."),
        thrown.problems());
  }

  @Test
  void servesInProductionWhatATrustedPersonApproved() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, BakeryStore.Approval.USUAL);

    try (Server server =
        RunningBakery.serve(
            deployed, ApprovalVerifier.inProduction(List.of(deployed.approver("bob"))))) {
      assertEquals("bob", server.served().approval().approver().name());
    }
  }

  @Test
  void refusesWhatSomebodyElseApprovedInProduction() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, BakeryStore.Approval.USUAL);

    ServingException thrown =
        refused(deployed, ApprovalVerifier.inProduction(List.of(deployed.approver("carol"))));

    assertTrue(
        thrown.getMessage().endsWith("is not among the approvers of the project: [carol]."),
        thrown.getMessage());
  }

  @Test
  void reportsEveryDamagedArtifactWithItsDigest() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    Deployment deployment = deployed.deploy(0.5, BakeryStore.Approval.USUAL);
    damage(deployed.store.uri(deployment.subject().model()));
    Files.delete(Path.of(deployed.store.uri(deployment.featureTable())));

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.ARTIFACT, thrown.kind());
    assertEquals(66, thrown.kind().exitCode());
    assertEquals(2, thrown.problems().size());
    assertTrue(
        thrown
            .problems()
            .get(0)
            .startsWith(
                "The model cannot be loaded. Artifact %s is damaged"
                    .formatted(deployment.subject().model())),
        thrown.getMessage());
    assertTrue(
        thrown
            .problems()
            .get(1)
            .startsWith(
                "The feature table cannot be loaded. There is no artifact %s"
                    .formatted(deployment.featureTable())),
        thrown.getMessage());
  }

  @Test
  void refusesADamagedDeployment() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    Deployment deployment = deployed.deploy(0.5, BakeryStore.Approval.USUAL);
    damage(deployed.store.uri(Sha256.of(deployment.toBytes())));

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.ARTIFACT, thrown.kind());
    assertTrue(
        thrown.getMessage().startsWith("The deployment cannot be loaded. Artifact"),
        thrown.getMessage());
  }

  @Test
  void refusesAModelOfOtherFeatures() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    ModelBundle bundle = BakeryStore.bundle(0.5);
    deployed.deploy(
        new ModelBundle(
            bundle.project(),
            bundle.features().reversed(),
            bundle.labels(),
            new LinearScorer(new double[1], ((LinearScorer) bundle.scorer()).terms().reversed()),
            bundle.calibration(),
            bundle.threshold(),
            bundle.card()),
        BakeryStore.Approval.USUAL);

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.ARTIFACT, thrown.kind());
    assertTrue(
        thrown.getMessage().endsWith("it was made by another version of the project."),
        thrown.getMessage());
  }

  @Test
  void refusesAModelThatDoesNotSayWhatIsPosted() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    ModelBundle bundle = BakeryStore.bundle(0.5);
    deployed.deploy(
        new ModelBundle(
            bundle.project(),
            bundle.features(),
            bundle.labels(),
            bundle.scorer(),
            bundle.calibration(),
            bundle.threshold(),
            bundle.card()),
        BakeryStore.Approval.USUAL);

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.ARTIFACT, thrown.kind());
    assertEquals(
        "The model does not say what clients post to it, as it was trained by an earlier version:"
            + " train it again.",
        thrown.getMessage());
  }

  @Test
  void refusesAModelWhoseWordOnRequestsItDoesNotKnow() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(
        BakeryStore.bundle(0.5).withRequests(Map.of("request", "guesses")),
        BakeryStore.Approval.USUAL);

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.ARTIFACT, thrown.kind());
    assertTrue(
        thrown.getMessage().contains("expected one of [features, rows, window], got 'guesses'"),
        thrown.getMessage());
  }

  @Test
  void refusesWhatWasRejectedAfterwards() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    Deployment deployment = deployed.deploy(0.5, BakeryStore.Approval.USUAL);
    deployed.reject(deployment, "carol");

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.CONFIGURATION, thrown.kind());
    assertTrue(thrown.getMessage().startsWith("'carol' rejected model"), thrown.getMessage());
  }

  @Test
  void refusesAnApprovalLogThatWasChanged() throws IOException {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, BakeryStore.Approval.USUAL);
    String name = "approvals/bakery/000001.json";
    var entry = deployed.store.read(name).orElseThrow();
    byte[] changed = entry.content().clone();
    changed[changed.length - 10] ^= 1;
    deployed.store.replace(name, changed, entry.version());

    ServingException thrown = refused(deployed, ApprovalVerifier.onLaptop());

    assertEquals(Kind.CONFIGURATION, thrown.kind());
  }

  @Test
  void takesOverWhatIsDeployedLater() throws Exception {
    try (RunningBakery bakery = RunningBakery.start(directory)) {
      Sha256 before = bakery.server.served().modelDigest();

      Deployment next = bakery.deployed.deploy(0.9, BakeryStore.Approval.USUAL);

      await(() -> !bakery.server.served().modelDigest().equals(before));
      assertEquals(0.9, bakery.api.get("/v1/predictions/1").json().get("threshold"));
      assertTrue(bakery.api.get("/metrics").body().contains(next.subject().model().toString()));
      assertFalse(bakery.api.get("/metrics").body().contains(before.toString()));
    }
  }

  @Test
  void goesOnServingWhenWhatIsDeployedLaterIsRefused() throws Exception {
    BakeryStore deployed = new BakeryStore(directory);
    deployed.deploy(0.5, BakeryStore.Approval.USUAL);
    ApprovalVerifier onlyBob = ApprovalVerifier.inProduction(List.of(deployed.approver("bob")));
    try (Server server = RunningBakery.serve(deployed, onlyBob);
        Api api = new Api(server.uri())) {
      deployed.deploy(0.9, BakeryStore.Approval.OWN);

      Thread.sleep(500); // ten looks
      assertEquals(0.5, api.get("/v1/predictions/1").json().get("threshold"));
    }
  }

  @Test
  void freesThePortWhenClosed() throws Exception {
    RunningBakery bakery = RunningBakery.start(directory);
    int port = bakery.server.uri().getPort();

    bakery.close();

    bakery.server.awaitClose();
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  private static ServingException refused(BakeryStore deployed, ApprovalVerifier verifier) {
    return assertThrows(
        ServingException.class, () -> RunningBakery.serve(deployed, verifier).close());
  }

  private static void damage(URI artifact) throws IOException {
    Path file = Path.of(artifact);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }
}
