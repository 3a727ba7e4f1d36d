package org.penstock.approval;

import java.util.List;

/** What the policy says of a model: exactly one of the two records below. */
public sealed interface ApprovalDecision {

  /** Returns the word of output parameters and files: {@code approvable} or {@code rejected}. */
  String word();

  /** Returns one line for each limit that was missed. */
  List<String> reasons();

  /** Every metric satisfied its limit; a person may approve. */
  record Approvable() implements ApprovalDecision {

    @Override
    public String word() {
      return "approvable";
    }

    @Override
    public List<String> reasons() {
      return List.of();
    }
  }

  /**
   * At least one metric missed its limit.
   *
   * @param reasons one line a limit, in the order of the policy, never empty
   */
  record Rejected(List<String> reasons) implements ApprovalDecision {

    public Rejected {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A rejection has a reason");
      }
    }

    @Override
    public String word() {
      return "rejected";
    }
  }
}
