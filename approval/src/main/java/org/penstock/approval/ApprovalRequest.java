package org.penstock.approval;

import static java.util.Objects.requireNonNull;

/**
 * A run that waits for a person, and what the person says.
 *
 * @param subject what the run made
 * @param run its id
 * @param author who started it
 * @param policy what the policy said
 * @param approver who speaks
 * @param selfApproved nobody can tell the approver from the author
 * @param despitePolicy the approver knows that the policy rejects
 * @param reason in words, one line
 */
public record ApprovalRequest(
    ApprovalSubject subject,
    String run,
    String author,
    ApprovalDecision policy,
    String approver,
    boolean selfApproved,
    boolean despitePolicy,
    String reason) {

  public ApprovalRequest {
    requireNonNull(subject, "subject");
    requireNonNull(run, "run");
    requireNonNull(author, "author");
    requireNonNull(policy, "policy");
    requireNonNull(approver, "approver");
    requireNonNull(reason, "reason");
  }
}
