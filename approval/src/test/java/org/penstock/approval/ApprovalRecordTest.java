package org.penstock.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApprovalRecordTest {

  private static final Optional<Instant> EXPIRY = Optional.of(Example.EXPIRY);

  @Test
  void readsWhatItWrites() {
    assertEquals(Example.fullRecord(), ApprovalRecord.parse(Example.fullRecord().toBytes()));
  }

  @Test
  void isSelfApprovedWhenTheAuthorApproves() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> record("alice", Verdict.APPROVED, false, List.of(), false, EXPIRY));

    assertEquals(
        "'alice' is both author and approver, which is a self-approval", thrown.getMessage());
  }

  @Test
  void doesNotApproveWhatThePolicyRejectsWithoutSayingSo() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> record("bob", Verdict.APPROVED, false, List.of("auc"), false, EXPIRY));

    assertEquals("The policy rejects: auc", thrown.getMessage());
  }

  @Test
  void doesNotOverruleAPolicyThatAgrees() {
    assertThrows(
        IllegalArgumentException.class,
        () -> record("bob", Verdict.APPROVED, false, List.of(), true, EXPIRY));
  }

  @Test
  void doesNotApproveForever() {
    assertThrows(
        IllegalArgumentException.class,
        () -> record("bob", Verdict.APPROVED, false, List.of(), false, Optional.empty()));
  }

  @Test
  void doesNotExpireBeforeItBegins() {
    assertThrows(
        IllegalArgumentException.class,
        () -> record("bob", Verdict.APPROVED, false, List.of(), false, Optional.of(Example.NOON)));
  }

  @Test
  void doesNotLetARejectionExpire() {
    assertThrows(
        IllegalArgumentException.class,
        () -> record("bob", Verdict.REJECTED, false, List.of(), false, EXPIRY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " padded", "two\nlines", "bell\u0007", "left\u202Eright"})
  void refusesReasonsThatAreNotOneReadableLine(String reason) {
    ApprovalRecord good = Example.fullRecord();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ApprovalRecord(
                good.subject(),
                good.run(),
                good.author(),
                good.verdict(),
                good.approver(),
                good.selfApproved(),
                good.policyReasons(),
                good.despitePolicy(),
                reason,
                good.at(),
                good.expires(),
                good.previous()));
  }

  private static ApprovalRecord record(
      String author,
      Verdict verdict,
      boolean selfApproved,
      List<String> policyReasons,
      boolean despitePolicy,
      Optional<Instant> expires) {
    return new ApprovalRecord(
        Example.SUBJECT,
        "run-1",
        author,
        verdict,
        Example.alice(),
        selfApproved,
        policyReasons,
        despitePolicy,
        "a reason",
        Example.NOON,
        expires,
        Optional.empty());
  }
}
