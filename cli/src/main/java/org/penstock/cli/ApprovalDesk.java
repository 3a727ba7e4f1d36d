package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalRequest;
import org.penstock.approval.ApprovalVerifier;
import org.penstock.approval.Approvals;
import org.penstock.approval.Approver;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.DecisionRecord;
import org.penstock.approval.SignedApproval;
import org.penstock.approval.Verification;
import org.penstock.artifact.ArtifactStore;
import org.penstock.config.ProjectConfig;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/** Signs what a person says of a run, and turns it into the answer that the pipeline waits for. */
final class ApprovalDesk {

  private final ArtifactStore store;
  private final ProjectConfig config;
  private final ApproverKeys keys;
  private final Clock clock;

  ApprovalDesk(ArtifactStore store, ProjectConfig config, ApproverKeys keys, Clock clock) {
    this.store = requireNonNull(store, "store");
    this.config = requireNonNull(config, "config");
    this.keys = requireNonNull(keys, "keys");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Returns the keys of the user: {@code ~/.penstock/keys}, or where {@code PENSTOCK_KEYS} says.
   */
  static ApproverKeys keysOfUser() {
    String place = System.getenv("PENSTOCK_KEYS");
    return new ApproverKeys(
        place == null
            ? Path.of(System.getProperty("user.home"), ".penstock", "keys")
            : Path.of(place));
  }

  /**
   * What a person says.
   *
   * @param approver who
   * @param reason why, in one line
   * @param sameSession said by whoever started the run, in the same command
   * @param despitePolicy they know that the policy rejects
   */
  record Statement(String approver, String reason, boolean sameSession, boolean despitePolicy) {}

  /**
   * Signs an approval of {@code run} with four eyes, where the project lists its approvers.
   *
   * @throws StepFailure if the deployment would refuse it: before anything is signed
   */
  SignedApproval approveAsAnother(JudgedRun run, Statement statement) throws IOException {
    List<Approver> listed = ApprovalVerifier.approversOf(config.approval());
    Approver approver = keys.approver(statement.approver());
    List<String> names = listed.stream().map(Approver::name).toList();
    if (!listed.isEmpty() && !listed.contains(approver)) {
      throw new StepFailure(
          ExitCode.CONFIG,
          "'%s' with the key %s may not approve a model of %s; its approvers, by name and key, are %s"
              .formatted(approver.name(), approver.key(), config.name(), names),
          null);
    }

    if (!listed.isEmpty() && approver.name().equals(run.author())) {
      throw new StepFailure(
          ExitCode.CONFIG,
          "'%s' started %s, and nobody approves their own run; of the approvers %s another one may"
              .formatted(approver.name(), run.name(), names),
          null);
    }

    return approve(run, statement);
  }

  /** Signs an approval of {@code run}. */
  SignedApproval approve(JudgedRun run, Statement statement) throws IOException {
    return approvals().approve(request(run, statement), config.approval().validFor());
  }

  /**
   * Returns an approval of exactly what {@code run} made that was given before and still holds, so
   * that nobody is asked the same twice.
   */
  Optional<SignedApproval> standing(JudgedRun run) throws IOException {
    return switch (ApprovalVerifier.of(config.approval())
        .verify(new ApprovalLog(store, config.name()), policyOf(run).subject(), clock.instant())) {
      case Verification.Accepted accepted -> Optional.of(accepted.approval());
      case Verification.Refused _ -> Optional.empty();
    };
  }

  /** Signs a rejection of {@code run}. */
  SignedApproval reject(JudgedRun run, Statement statement) throws IOException {
    return approvals().reject(request(run, statement));
  }

  /** Returns what the policy said of {@code run}, and of which artifacts. */
  private DecisionRecord policyOf(JudgedRun run) throws IOException {
    return DecisionRecord.parse(Files.readAllBytes(store.fetch(run.decision())));
  }

  /** Returns the outputs of the suspend node that {@code signed} answers. */
  static Map<String, String> answer(SignedApproval signed) {
    return Map.of(
        "decision",
        switch (signed.record().verdict()) {
          case APPROVED -> "APPROVE";
          case REJECTED -> "REJECT";
        },
        "approver",
        signed.record().approver().name());
  }

  private Approvals approvals() {
    return new Approvals(new ApprovalLog(store, config.name()), keys, clock);
  }

  /** Somebody whom project.yaml does not know cannot be told apart from the author. */
  private ApprovalRequest request(JudgedRun run, Statement statement) throws IOException {
    Approver approver = keys.approver(statement.approver());
    boolean known =
        config.approval().approvers().stream()
            .anyMatch(listed -> listed.key().equals(approver.key()));
    DecisionRecord policy = policyOf(run);
    return new ApprovalRequest(
        policy.subject(),
        run.name(),
        run.author(),
        policy.decision(),
        statement.approver(),
        statement.sameSession() || !known,
        statement.despitePolicy(),
        statement.reason());
  }
}
