package org.penstock.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.Sha256;

final class ApprovalVerifierTest {

  private static final ApprovalVerifier LAPTOP = ApprovalVerifier.onLaptop();
  private static final ApprovalVerifier PRODUCTION =
      ApprovalVerifier.inProduction(List.of(Example.alice()));
  private static final Instant LATER = Example.NOON.plusSeconds(3600);

  @TempDir private Path scratch;

  private ApprovalLog log;

  @BeforeEach
  void newLog() {
    log = new ApprovalLog(new InMemoryArtifactStore(scratch), "credit-risk");
  }

  @Test
  void acceptsASignedApproval() throws IOException {
    SignedApproval approval = log.append(Example::approval);

    assertEquals(
        new Verification.Accepted(approval), PRODUCTION.verify(log, Example.SUBJECT, LATER));
    assertEquals(new Verification.Accepted(approval), LAPTOP.verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void refusesWhatNobodyApproved() throws IOException {
    assertRefused(
        "Nobody has approved model %s.".formatted(Example.SUBJECT.model()),
        LAPTOP.verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void saysWhatElseTheModelWasApprovedWith() throws IOException {
    log.append(Example::approval);
    ApprovalSubject s = Example.SUBJECT;
    Sha256 other = Example.digest("other");

    assertRefused(
        "Nobody has approved model %s with this data and evaluation. The evaluation approved is %s, not %s."
            .formatted(s.model(), s.evaluation(), other),
        LAPTOP.verify(log, new ApprovalSubject(s.project(), s.model(), s.data(), other), LATER));
  }

  static Stream<Arguments> otherSubjects() {
    Sha256 other = Example.digest("other");
    ApprovalSubject s = Example.SUBJECT;
    return Stream.of(
        Arguments.of(
            "project",
            new ApprovalSubject("other", s.model(), s.data(), s.evaluation()),
            "credit-risk",
            "other"),
        Arguments.of(
            "model",
            new ApprovalSubject(s.project(), other, s.data(), s.evaluation()),
            s.model(),
            other),
        Arguments.of(
            "data",
            new ApprovalSubject(s.project(), s.model(), other, s.evaluation()),
            s.data(),
            other),
        Arguments.of(
            "evaluation",
            new ApprovalSubject(s.project(), s.model(), s.data(), other),
            s.evaluation(),
            other));
  }

  @ParameterizedTest
  @MethodSource("otherSubjects")
  void refusesAnythingElseThanWasApproved(
      String what, ApprovalSubject used, Object approved, Object other) {
    SignedApproval approval = Example.approval(Optional.empty());

    assertEquals(
        List.of("The %s approved is %s, not %s.".formatted(what, approved, other)),
        LAPTOP.problems(approval, used, LATER));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T11:59:59Z, ''",
    "2026-03-31T12:00:00Z, The approval expired at 2026-03-31T12:00:00Z.",
    "2027-01-01T00:00:00Z, The approval expired at 2026-03-31T12:00:00Z.",
    "2026-03-01T11:55:00Z, ''",
    "2026-03-01T11:54:59Z, "
        + "'The approval is of 2026-03-01T12:00:00Z, which is later than 2026-03-01T11:54:59Z.'"
  })
  void acceptsAnApprovalFromItsTimeToItsExpiry(Instant usedAt, String problem) {
    assertEquals(
        problem.isEmpty() ? List.of() : List.of(problem),
        LAPTOP.problems(Example.approval(Optional.empty()), Example.SUBJECT, usedAt));
  }

  @Test
  void refusesARejection() throws IOException {
    log.append(Example::approval);
    log.append(Example::rejection);

    assertRefused(
        "'alice' rejected model %s at 2026-03-01T12:00:00Z: better than the last one."
            .formatted(Example.SUBJECT.model()),
        LAPTOP.verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void acceptsAnApprovalAfterARejection() throws IOException {
    log.append(Example::rejection);
    SignedApproval approval = log.append(Example::approval);

    assertEquals(new Verification.Accepted(approval), LAPTOP.verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void takesTheNewestApprovalWithoutAProblem() throws IOException {
    SignedApproval trusted = log.append(Example::approval);
    log.append(ApprovalVerifierTest::byMallory);

    assertEquals(
        new Verification.Accepted(trusted), PRODUCTION.verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void refusesAnApproverWhomTheProjectDoesNotList() throws IOException {
    log.append(ApprovalVerifierTest::byMallory);

    assertRefused(
        "'alice' with the key %s is not among the approvers of the project: [alice]."
            .formatted(Approver.of("alice", Example.MALLORY.getPublic()).key()),
        PRODUCTION.verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void trustsNobodyInProductionWhereNobodyIsListed() throws IOException {
    log.append(Example::approval);

    assertInstanceOf(
        Verification.Refused.class,
        ApprovalVerifier.inProduction(List.of()).verify(log, Example.SUBJECT, LATER));
  }

  @Test
  void reportsEveryProblemAtOnce() {
    ApprovalSubject used =
        new ApprovalSubject(
            "credit-risk",
            Example.digest("other"),
            Example.SUBJECT.data(),
            Example.SUBJECT.evaluation());
    SignedApproval forged = SignedApproval.sign(Example.fullRecord(), Example.MALLORY);
    ApprovalVerifier production = ApprovalVerifier.inProduction(List.of());

    assertEquals(
        List.of(
            "The signature is not that of the key that the record names.",
            "The model approved is %s, not %s.".formatted(Example.SUBJECT.model(), used.model()),
            "The approval expired at 2026-03-31T12:00:00Z.",
            "'alice' with the key %s is not among the approvers of the project: []."
                .formatted(Example.alice().key()),
            "'alice' approved their own run, which production does not accept."),
        production.problems(forged, used, Example.EXPIRY));
  }

  @Test
  void acceptsSelfApprovalOnALaptopOnly() {
    SignedApproval own = SignedApproval.sign(Example.fullRecord(), Example.ALICE);

    assertEquals(List.of(), LAPTOP.problems(own, Example.SUBJECT, LATER));
    assertEquals(
        List.of("'alice' approved their own run, which production does not accept."),
        PRODUCTION.problems(own, Example.SUBJECT, LATER));
  }

  @Test
  void servesOnAfterTheApprovalExpired() throws IOException {
    SignedApproval approval = log.append(Example::approval);

    assertEquals(
        new Verification.Accepted(approval),
        PRODUCTION.verify(log, deployment(approval.digest(), Example.EXPIRY.minusSeconds(1))));
  }

  @Test
  void refusesADeploymentThatWasMadeAfterTheApprovalExpired() throws IOException {
    SignedApproval approval = log.append(Example::approval);

    assertRefused(
        "The approval expired at 2026-03-31T12:00:00Z.",
        PRODUCTION.verify(log, deployment(approval.digest(), Example.EXPIRY)));
  }

  @Test
  void refusesADeploymentThatIsRejectedAfterwards() throws IOException {
    SignedApproval approval = log.append(Example::approval);
    log.append(Example::rejection);

    assertRefused(
        "'alice' rejected model %s at 2026-03-01T12:00:00Z: better than the last one."
            .formatted(Example.SUBJECT.model()),
        PRODUCTION.verify(log, deployment(approval.digest(), LATER)));
  }

  @Test
  void refusesADeploymentWhoseApprovalIsNotInTheLog() throws IOException {
    Sha256 elsewhere = Example.approval(Optional.empty()).digest();

    assertRefused(
        "The approval %s of the deployment is not in the approval log of credit-risk."
            .formatted(elsewhere),
        PRODUCTION.verify(log, deployment(elsewhere, LATER)));
  }

  private static SignedApproval byMallory(Optional<Sha256> previous) {
    Approver mallory = Approver.of("alice", Example.MALLORY.getPublic());
    return SignedApproval.sign(
        Example.record(Example.SUBJECT, Verdict.APPROVED, mallory, previous), Example.MALLORY);
  }

  private static Deployment deployment(Sha256 approval, Instant at) {
    return new Deployment(
        Example.SUBJECT, Example.digest("feature table"), approval, "credit-risk-7", at);
  }

  private static void assertRefused(String problem, Verification verification) {
    assertEquals(new Verification.Refused(List.of(problem)), verification);
  }
}
