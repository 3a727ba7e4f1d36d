package org.penstock.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.config.InvalidConfigException;

final class ApprovalsTest {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final ApprovalDecision GOOD = new ApprovalDecision.Approvable();
  private static final ApprovalDecision BAD = new ApprovalDecision.Rejected(List.of("auc is low"));

  @TempDir private Path scratch;

  private ApprovalLog log;
  private Approvals approvals;

  @BeforeEach
  void newLog() {
    log = new ApprovalLog(new InMemoryArtifactStore(scratch), "credit-risk");
    approvals =
        new Approvals(
            log,
            new ApproverKeys(scratch.resolve("keys")),
            Clock.fixed(Example.NOON.plusMillis(1), ZoneOffset.UTC));
  }

  @Test
  void writesASignedApprovalIntoTheLog() throws IOException {
    SignedApproval approval = approvals.approve(request("alice", GOOD, false), MONTH);

    assertEquals(new ApprovalChain(List.of(approval), List.of()), log.read());
    assertEquals(Example.NOON, approval.record().at());
    assertEquals(Optional.of(Example.EXPIRY), approval.record().expires());
    assertFalse(approval.record().selfApproved());
    assertFalse(approval.record().despitePolicy());
  }

  @Test
  void recordsThatTheAuthorApproved() throws IOException {
    assertTrue(approvals.approve(request("bob", GOOD, false), MONTH).record().selfApproved());
  }

  @Test
  void doesNotApproveWhatThePolicyRejects() {
    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () -> approvals.approve(request("alice", BAD, false), MONTH));

    assertEquals(
        "The policy rejects this model: auc is low. Overruling it takes --despite-policy and a"
            + " --reason",
        thrown.getMessage());
  }

  @Test
  void recordsThatThePolicyWasOverruled() throws IOException {
    ApprovalRecord record = approvals.approve(request("alice", BAD, true), MONTH).record();

    assertTrue(record.despitePolicy());
    assertEquals(List.of("auc is low"), record.policyReasons());
  }

  @Test
  void overrulesNothingWhereThePolicyAgrees() throws IOException {
    assertFalse(approvals.approve(request("alice", GOOD, true), MONTH).record().despitePolicy());
  }

  @Test
  void rejectsWhateverThePolicySays() throws IOException {
    assertEquals(
        Verdict.REJECTED, approvals.reject(request("alice", GOOD, false)).record().verdict());
    assertEquals(
        Verdict.REJECTED, approvals.reject(request("alice", BAD, false)).record().verdict());
  }

  @Test
  void refusesAReasonThatIsNone() throws IOException {
    ApprovalRequest good = request("alice", GOOD, false);
    ApprovalRequest mute =
        new ApprovalRequest(
            good.subject(), good.run(), good.author(), good.policy(), "alice", false, false, "");

    var thrown = assertThrows(InvalidConfigException.class, () -> approvals.approve(mute, MONTH));

    assertEquals(
        "The reason must not be blank or have space around it, got ''", thrown.getMessage());
    assertEquals(List.of(), log.read().entries());
  }

  private static ApprovalRequest request(
      String approver, ApprovalDecision policy, boolean despitePolicy) {
    return new ApprovalRequest(
        Example.SUBJECT,
        "credit-risk-7",
        "bob",
        policy,
        approver,
        false,
        despitePolicy,
        "looks fine");
  }
}
