package org.penstock.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.cluster.Rollout;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

final class ReleaseTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Release.Check GOOD = _ -> List.of();

  @TempDir private Path scratch;

  private final FakeServers servers = new FakeServers();
  private ArtifactStore store;
  private Deployments deployments;
  private Instant now = NOON;

  @BeforeEach
  void openStore() {
    store = new InMemoryArtifactStore(scratch);
    deployments = new Deployments(store);
  }

  @Test
  void movesTheAliasOnceAllServersAnswer() throws Exception {
    Sha256 released = release(this::nothingMovedYet).deploy(deployment("a", NOON));

    assertEquals(List.of(released.toString()), servers.told);
    assertEquals(List.of(released), deployments.history("bakery"));
  }

  private List<String> nothingMovedYet(Sha256 digest) throws IOException {
    assertEquals(List.of(), deployments.history("bakery"));
    return List.of();
  }

  @Test
  void changesNothingWhenItIsServedAlready() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));

    Sha256 again = release(GOOD).deploy(deployment("a", NOON.plusSeconds(60)));

    assertEquals(first, again);
    assertEquals(List.of(first.toString()), servers.told);
    assertEquals(List.of(first), deployments.history("bakery"));
  }

  @Test
  void goesBackWhenPodsDoNotGetReady() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));
    Deployment bad = deployment("b", NOON);
    Sha256 digest = Sha256.of(bad.toBytes());
    servers.broken = Optional.of(digest.toString());

    StepFailure failure = assertThrows(StepFailure.class, () -> release(GOOD).deploy(bad));

    assertEquals(ExitCode.CONFIG, failure.exitCode());
    assertEquals(
        """
        The servers do not serve %s.
        The cluster gave up: no pod got ready
        The pod bakery-1 ended with exit code 78: no valid approval
        They were told to serve %s again, and do.\
        """
            .formatted(digest, first),
        failure.getMessage());
    assertEquals(first.toString(), servers.told.getLast());
    assertEquals(List.of(first), deployments.history("bakery"));
  }

  @Test
  void goesBackWhenTheServiceAnswersWrongly() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));
    Release wrong = release(_ -> List.of("The service predicts 0.5 where the model gives 0.25."));

    StepFailure failure =
        assertThrows(StepFailure.class, () -> wrong.deploy(deployment("b", NOON)));

    assertTrue(failure.getMessage().contains("predicts 0.5"), failure.getMessage());
    assertEquals(first.toString(), servers.told.getLast());
    assertEquals(List.of(first), deployments.history("bakery"));
  }

  @Test
  void servesNothingAgainWhenTheFirstDeploymentFails() {
    Release wrong = release(_ -> List.of("The service is silent."));

    StepFailure failure =
        assertThrows(StepFailure.class, () -> wrong.deploy(deployment("a", NOON)));

    assertTrue(
        failure.getMessage().endsWith("Nothing was served before, and nothing is served now."),
        failure.getMessage());
    assertEquals("", servers.told.getLast());
  }

  @Test
  void finishesWhatWasCutOffAfterTheServersWereTold() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));
    Release killed =
        release(_ -> {
          throw new IllegalStateException("SIGKILL");
        });
    assertThrows(IllegalStateException.class, () -> killed.deploy(deployment("b", NOON)));
    assertEquals(List.of(first), deployments.history("bakery"));

    Sha256 second = release(GOOD).deploy(deployment("b", NOON.plusSeconds(60)));

    assertEquals(List.of(first.toString(), second.toString()), servers.told);
    assertEquals(Sha256.of(deployment("b", NOON).toBytes()), second);
    assertEquals(List.of(first, second), deployments.history("bakery"));
  }

  @Test
  void knowsWhatToGoBackToAfterItWasCutOff() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));
    Release killed =
        release(_ -> {
          throw new IllegalStateException("SIGKILL");
        });
    assertThrows(IllegalStateException.class, () -> killed.deploy(deployment("b", NOON)));

    Release wrong = release(_ -> List.of("The service is silent."));
    assertThrows(StepFailure.class, () -> wrong.deploy(deployment("b", NOON)));

    assertEquals(first.toString(), servers.told.getLast());
  }

  @Test
  void saysWhatStandsWhenTheApiServerIsGone() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));
    Release cutOff =
        release(_ -> {
          throw new IOException("The API server https://10.0.0.1 did not answer");
        });

    IOException failure =
        assertThrows(IOException.class, () -> cutOff.deploy(deployment("b", NOON)));

    assertEquals(
        "The API server https://10.0.0.1 did not answer. The servers were told to serve %s, the alias production names %s; the same step, run again, finishes this"
            .formatted(Sha256.of(deployment("b", NOON).toBytes()), first),
        failure.getMessage());
    assertEquals(ExitCode.TEMPORARY, ExitCode.of(failure));
  }

  @Test
  void waitsThroughAShortSilenceOfTheApiServer() throws Exception {
    Release release =
        new Release(
            deployments,
            servers,
            new Rollout(
                servers,
                Clock.fixed(NOON, ZoneOffset.UTC),
                _ -> {
                  if (servers.failures.isEmpty() && now.equals(NOON)) {
                    servers.failures.push(new IOException("connection refused"));
                    now = NOON.plusSeconds(1);
                  }
                },
                _ -> {}),
            GOOD,
            Duration.ofMinutes(5));

    Sha256 released = release.deploy(deployment("a", NOON));

    assertEquals(List.of(released), deployments.history("bakery"));
  }

  @Test
  void keepsWhatWasServedWellBefore() throws Exception {
    Sha256 first = release(GOOD).deploy(deployment("a", NOON));
    Release silent = release(_ -> List.of("The service is silent."));

    StepFailure failure =
        assertThrows(StepFailure.class, () -> silent.deploy(deployment("a", NOON)));

    assertEquals(ExitCode.TEMPORARY, failure.exitCode());
    assertEquals(
        "The service is silent.%nThe servers keep %s, which they have served before."
            .formatted(first)
            .replace(System.lineSeparator(), "\n"),
        failure.getMessage());
    assertEquals(List.of(first.toString()), servers.told);
  }

  @Test
  void refusesToDeployToNobody() {
    servers.wanted = 0;

    StepFailure failure =
        assertThrows(StepFailure.class, () -> release(GOOD).deploy(deployment("a", NOON)));

    assertEquals(
        "The Deployment that serves is scaled to 0, so nobody would answer", failure.getMessage());
    assertEquals(List.of(), servers.told);
  }

  private Release release(Release.Check check) {
    return new Release(
        deployments,
        servers,
        new Rollout(servers, Clock.fixed(NOON, ZoneOffset.UTC), _ -> {}, _ -> {}),
        check,
        Duration.ofMinutes(5));
  }

  private static Deployment deployment(String model, Instant at) {
    Sha256 data = Sha256.of("data".getBytes(UTF_8));
    return new Deployment(
        new ApprovalSubject("bakery", Sha256.of(model.getBytes(UTF_8)), data, data),
        data,
        data,
        "run-1",
        at);
  }
}
