package org.penstock.approval;

import java.util.List;
import java.util.Optional;

/**
 * The log of a project as it was read.
 *
 * @param entries oldest first, as far as they could be read
 * @param problems in sentences; empty if every entry is signed by the key that it names, names the
 *     one before it, and the head names the last
 */
public record ApprovalChain(List<SignedApproval> entries, List<String> problems) {

  public ApprovalChain {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** Returns what was said of {@code subject} since it was last rejected, newest first. */
  List<SignedApproval> approvalsOf(ApprovalSubject subject) {
    return about(subject).stream()
        .takeWhile(entry -> entry.record().verdict() == Verdict.APPROVED)
        .toList();
  }

  /** Returns all that was said of {@code subject}, newest first. */
  public List<SignedApproval> about(ApprovalSubject subject) {
    return entries.reversed().stream()
        .filter(entry -> entry.record().subject().equals(subject))
        .toList();
  }

  /** Returns the newest approval of the model of {@code subject}, whatever it was judged on. */
  Optional<SignedApproval> approvalOfModel(ApprovalSubject subject) {
    return entries.reversed().stream()
        .filter(entry -> entry.record().subject().model().equals(subject.model()))
        .filter(entry -> entry.record().verdict() == Verdict.APPROVED)
        .findFirst();
  }
}
