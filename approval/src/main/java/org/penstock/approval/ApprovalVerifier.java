package org.penstock.approval;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penstock.config.ApprovalSettings;

/**
 * Decides whether a signed approval allows a model to be used. Every problem is reported, in
 * sentences; only what has none is allowed. Instances are immutable.
 */
public final class ApprovalVerifier {

  /** Clocks of two machines may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Optional<List<Approver>> trusted;

  private ApprovalVerifier(Optional<List<Approver>> trusted) {
    this.trusted = trusted;
  }

  /** Returns a verifier that takes any key for the one of the approver, and self-approval. */
  public static ApprovalVerifier onLaptop() {
    return new ApprovalVerifier(Optional.empty());
  }

  /**
   * Returns a verifier that takes the signatures of {@code approvers} only, and from nobody for
   * their own run. Of an empty list it takes none.
   */
  public static ApprovalVerifier inProduction(List<Approver> approvers) {
    return new ApprovalVerifier(Optional.of(List.copyOf(approvers)));
  }

  /**
   * Returns the verifier of a project: {@link #onLaptop()} while it lists no approvers.
   *
   * @throws IllegalArgumentException if the key of an approver is none
   */
  public static ApprovalVerifier of(ApprovalSettings settings) {
    List<Approver> approvers = approversOf(settings);
    return approvers.isEmpty() ? onLaptop() : inProduction(approvers);
  }

  /**
   * Returns the approvers that {@code project.yaml} lists.
   *
   * @throws IllegalArgumentException if the key of an approver is none
   */
  public static List<Approver> approversOf(ApprovalSettings settings) {
    return settings.approvers().stream()
        .map(listed -> new Approver(listed.name(), listed.key()))
        .toList();
  }

  /**
   * Looks for an approval of {@code subject} that was not followed by a rejection.
   *
   * @param usedAt when the approval has to be valid
   */
  public Verification verify(ApprovalLog log, ApprovalSubject subject, Instant usedAt)
      throws IOException {
    ApprovalChain chain = log.read();
    if (!chain.problems().isEmpty()) {
      return new Verification.Refused(chain.problems());
    }

    List<SignedApproval> approvals = chain.approvalsOf(subject);
    if (approvals.isEmpty()) {
      return new Verification.Refused(List.of(unapproved(chain, subject)));
    }

    return approvals.stream()
        .filter(approval -> problems(approval, subject, usedAt).isEmpty())
        .findFirst()
        .<Verification>map(Verification.Accepted::new)
        .orElseGet(() -> new Verification.Refused(problems(approvals.getFirst(), subject, usedAt)));
  }

  /**
   * Verifies the approval that {@code deployment} names, as of the time of the deployment: it may
   * expire while the model is served, but a later rejection counts.
   */
  public Verification verify(ApprovalLog log, Deployment deployment) throws IOException {
    ApprovalChain chain = log.read();
    if (!chain.problems().isEmpty()) {
      return new Verification.Refused(chain.problems());
    }

    ApprovalSubject subject = deployment.subject();
    Optional<SignedApproval> named =
        chain.entries().stream()
            .filter(entry -> entry.digest().equals(deployment.approval()))
            .findFirst();
    if (named.isEmpty()) {
      return new Verification.Refused(
          List.of(
              "The approval %s of the deployment is not in the approval log of %s."
                  .formatted(deployment.approval(), subject.project())));
    }

    List<String> problems = new ArrayList<>(problems(named.get(), subject, deployment.at()));
    if (problems.isEmpty() && !chain.approvalsOf(subject).contains(named.get())) {
      problems.add(unapproved(chain, subject));
    }

    return problems.isEmpty()
        ? new Verification.Accepted(named.get())
        : new Verification.Refused(problems);
  }

  /** Returns why {@code approval} does not allow to use {@code subject} at {@code usedAt}. */
  public List<String> problems(SignedApproval approval, ApprovalSubject subject, Instant usedAt) {
    ApprovalRecord record = approval.record();
    List<String> problems = new ArrayList<>();
    if (!approval.isGenuine()) {
      problems.add("The signature is not that of the key that the record names.");
    }

    differences(record.subject(), subject, problems);
    if (record.verdict() != Verdict.APPROVED) {
      problems.add(rejected(record));
    }

    if (usedAt.isBefore(record.at().minus(SKEW))) {
      problems.add("The approval is of %s, which is later than %s.".formatted(record.at(), usedAt));
    }

    record
        .expires()
        .filter(expires -> !usedAt.isBefore(expires))
        .ifPresent(expires -> problems.add("The approval expired at %s.".formatted(expires)));
    trusted.ifPresent(approvers -> distrust(record, approvers, problems));
    return List.copyOf(problems);
  }

  private static void differences(
      ApprovalSubject approved, ApprovalSubject subject, List<String> problems) {
    differ("project", approved.project(), subject.project(), problems);
    differ("model", approved.model(), subject.model(), problems);
    differ("data", approved.data(), subject.data(), problems);
    differ("evaluation", approved.evaluation(), subject.evaluation(), problems);
  }

  private static void differ(String what, Object approved, Object used, List<String> problems) {
    if (!approved.equals(used)) {
      problems.add("The %s approved is %s, not %s.".formatted(what, approved, used));
    }
  }

  private static void distrust(
      ApprovalRecord record, List<Approver> approvers, List<String> problems) {
    if (!approvers.contains(record.approver())) {
      problems.add(
          "'%s' with the key %s is not among the approvers of the project: %s."
              .formatted(
                  record.approver().name(),
                  record.approver().key(),
                  approvers.stream().map(Approver::name).toList()));
    }

    if (record.selfApproved()) {
      problems.add(
          "'%s' approved their own run, which production does not accept."
              .formatted(record.approver().name()));
    }
  }

  private static String unapproved(ApprovalChain chain, ApprovalSubject subject) {
    List<SignedApproval> about = chain.about(subject);
    if (!about.isEmpty()) {
      return rejected(about.getFirst().record());
    }

    return chain
        .approvalOfModel(subject)
        .map(approval -> {
          List<String> differences = new ArrayList<>();
          differences(approval.record().subject(), subject, differences);
          return "Nobody has approved model %s with this data and evaluation. %s"
              .formatted(subject.model(), String.join(" ", differences));
        })
        .orElseGet(() -> "Nobody has approved model %s.".formatted(subject.model()));
  }

  private static String rejected(ApprovalRecord record) {
    return "'%s' rejected model %s at %s: %s."
        .formatted(
            record.approver().name(), record.subject().model(), record.at(), record.reason());
  }
}
