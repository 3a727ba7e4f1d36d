package org.penstock.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
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
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalRequest;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.Approvals;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.Aliases;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.MissingArtifactException;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.step.ExitCode;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;

final class DeployStepTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ApprovalDecision GOOD = new ApprovalDecision.Approvable();
  private static final ApprovalDecision BAD =
      new ApprovalDecision.Rejected(List.of("the lower end of auc must be at least 0.6, got 0.5"));

  @TempDir private Path scratch;

  private InMemoryArtifactStore store;
  private ApproverKeys keys;
  private Sha256 model;
  private Sha256 featureTable;
  private Sha256 evaluation;

  @BeforeEach
  void putArtifacts() throws Exception {
    store = new InMemoryArtifactStore(scratch);
    keys = new ApproverKeys(scratch.resolve("keys"));
    model = store.put(Visits.model(Visits.NAME, Visits.Features.class).toBytes());
    featureTable = store.put(Visits.table(scratch.resolve("table"), 10));
    evaluation = evaluation(0.65);
  }

  @Test
  void deploysWhatIsApproved() throws Exception {
    SignedApproval approval = approve("alice", GOOD);

    StepReport report = deploy("", NOON.plusSeconds(60));

    assertEquals("true", report.parameters().get("deployed"));
    Deployment deployment = new Deployments(store).current(Visits.NAME).orElseThrow();
    assertEquals(
        new Deployment(subject(), featureTable, approval.digest(), "run-1", NOON.plusSeconds(60)),
        deployment);
    assertEquals(
        deployment,
        Deployment.parse(Files.readAllBytes(report.artifacts().get("deployment").file())));
  }

  @Test
  void movesNothingWithoutAnApproval() throws Exception {
    StepReport report = deploy("", NOON);

    assertEquals("false", report.parameters().get("deployed"));
    assertEquals(
        "Nobody has approved model %s.".formatted(model), report.parameters().get("reasons"));
    assertFalse(report.artifacts().containsKey("deployment"));
    assertEquals(Optional.empty(), new Deployments(store).current(Visits.NAME));
  }

  @Test
  void movesNothingWithAnExpiredApproval() throws Exception {
    approve("alice", GOOD);

    StepReport report = deploy("", NOON.plus(Duration.ofDays(30)));

    assertEquals("false", report.parameters().get("deployed"));
    assertEquals(
        "The approval expired at 2026-03-31T12:00:00Z.", report.parameters().get("reasons"));
  }

  @Test
  void keepsServingTheLastModelWhenTheNextIsNotApproved() throws Exception {
    approve("alice", GOOD);
    deploy("", NOON);
    Optional<Deployment> served = new Deployments(store).current(Visits.NAME);
    evaluation = evaluation(0.66);

    assertEquals("false", deploy("", NOON).parameters().get("deployed"));

    assertEquals(served, new Deployments(store).current(Visits.NAME));
  }

  @Test
  void changesNothingWhenItIsDeployedAlready() throws Exception {
    approve("alice", GOOD);
    StepReport first = deploy("", NOON);

    StepReport again = deploy("", NOON.plusSeconds(60));

    assertEquals("true", again.parameters().get("deployed"));
    assertEquals(
        Files.readString(first.artifacts().get("deployment").file()),
        Files.readString(again.artifacts().get("deployment").file()));
    assertEquals(1, new Aliases(store).history(Visits.NAME, Deployment.ALIAS).size());
  }

  @Test
  void takesTheApproversOfTheProjectOnly() throws Exception {
    approve("mallory", GOOD);

    StepReport report = deploy(alice(), NOON);

    assertEquals("false", report.parameters().get("deployed"));
    assertTrue(
        report
            .parameters()
            .get("reasons")
            .endsWith("is not among the approvers of the project: [alice]."));
  }

  @Test
  void deploysWhatAnApproverOfTheProjectApproved() throws Exception {
    approve("alice", GOOD);

    assertEquals("true", deploy(alice(), NOON).parameters().get("deployed"));
  }

  @Test
  void takesSelfApprovalOnlyWhereTheProjectListsNoApprovers() throws Exception {
    approve("bob", GOOD);

    assertEquals(
        "'bob' approved their own run, which production does not accept.",
        deploy("    - {name: bob, key: %s}".formatted(keys.approver("bob").key()), NOON)
            .parameters()
            .get("reasons"));
    assertEquals("true", deploy("", NOON).parameters().get("deployed"));
  }

  @Test
  void deploysDespiteThePolicyWhenTheApproverOverruledIt() throws Exception {
    evaluation = evaluation(0.5);
    approve("alice", BAD);

    assertEquals("true", deploy("", NOON).parameters().get("deployed"));
  }

  @Test
  void refusesWhatThePolicyRejectsAndNobodyOverruled() throws Exception {
    evaluation = evaluation(0.5);
    approve("alice", GOOD);

    StepReport report = deploy("", NOON);

    assertEquals("false", report.parameters().get("deployed"));
    assertEquals(
        "The policy rejects, and the approval does not overrule it: the lower end of auc must be at"
            + " least 0.6, got 0.5000.",
        report.parameters().get("reasons"));
  }

  @Test
  void failsWhenTheModelDoesNotFitItsTable() throws Exception {
    model = store.put(Visits.model(Visits.NAME, Visits.Other.class).toBytes());
    approve("alice", GOOD);

    var thrown = assertThrows(StepFailure.class, () -> deploy("", NOON));

    assertEquals(ExitCode.DATA, thrown.exitCode());
    assertEquals("The feature table has no feature 'hours'.", thrown.getMessage());
    assertEquals(Optional.empty(), new Deployments(store).current(Visits.NAME));
  }

  @Test
  void failsWhenTheModelIsGone() throws Exception {
    model = Sha256.of(new byte[] {1});
    approve("alice", GOOD);

    assertThrows(MissingArtifactException.class, () -> deploy("", NOON));
    assertEquals(Optional.empty(), new Deployments(store).current(Visits.NAME));
  }

  @Test
  void saysThatTheKeyOfAnApproverIsNone() throws Exception {
    approve("alice", GOOD);

    var thrown =
        assertThrows(StepFailure.class, () -> deploy("    - {name: alice, key: AAAA}", NOON));

    assertEquals(ExitCode.CONFIG, thrown.exitCode());
    assertEquals(
        "approval.approvers: 'AAAA' is no Ed25519 public key in base64, as 'openssl pkey -pubout'"
            + " prints it",
        thrown.getMessage());
  }

  @Test
  void isNeverTakenFromTheCache() {
    assertFalse(new DeployStep().cacheable());
  }

  private Sha256 evaluation(double lower) {
    return store.put(
        "{\"format-version\":1,\"metrics\":{\"auc\":{\"value\":0.7,\"lower\":%s,\"upper\":0.75}}}"
            .formatted(lower)
            .getBytes(UTF_8));
  }

  private ApprovalSubject subject() {
    return new ApprovalSubject(Visits.NAME, model, Sha256.of(new byte[0]), evaluation);
  }

  private String alice() throws Exception {
    return "    - {name: alice, key: %s}".formatted(keys.approver("alice").key());
  }

  private SignedApproval approve(String approver, ApprovalDecision policy) throws Exception {
    return new Approvals(
            new ApprovalLog(store, Visits.NAME), keys, Clock.fixed(NOON, ZoneOffset.UTC))
        .approve(
            new ApprovalRequest(
                subject(), "run-1", "bob", policy, approver, false, true, "good enough"),
            Duration.ofDays(30));
  }

  private StepReport deploy(String approvers, Instant at) throws Exception {
    return new DeployStep()
        .run(
            new DeployConfig(
                model,
                featureTable,
                Sha256.of(new byte[0]),
                evaluation,
                "run-1",
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(5)),
            new StepContext(
                config(approvers),
                new Visits(),
                store,
                scratch,
                (done, total) -> {},
                Clock.fixed(at, ZoneOffset.UTC),
                Sha256.of(new byte[0])));
  }

  private static ProjectConfig config(String approvers) throws Exception {
    String yaml =
        """
        name: visits
        title: Whether a visitor leaves
        split: {by: random, test: 0.5, forced-because: nothing is learnt here}
        train:
          seed: 1
          metric: auc
          folds: 2
          search-rows: 10
          trials: 1
          candidates:
            - {name: logistic, trainer: logistic, hyperparameters: {l2: [1]}}
        approval:
          valid-for: 30d
          policy:
            - {metric: auc, on: lower, bound: at-least, limit: 0.6}
        """
            + (approvers.isEmpty() ? "" : "  approvers:\n" + approvers + "\n");
    return ProjectConfig.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "project.yaml");
  }
}
