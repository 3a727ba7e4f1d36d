package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether a model may be served: exactly one of the two records below. */
public sealed interface Verification {

  /** {@code approval} allows it. */
  record Accepted(SignedApproval approval) implements Verification {

    public Accepted {
      requireNonNull(approval, "approval");
    }
  }

  /**
   * Nothing allows it.
   *
   * @param problems all of them, in sentences, never empty
   */
  record Refused(List<String> problems) implements Verification {

    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason");
      }
    }
  }
}
