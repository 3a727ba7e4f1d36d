package org.penstock.approval;

import java.util.List;

/** Somebody approves what the policy rejects without saying that they know. */
public final class PolicyRejectsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PolicyRejectsException(List<String> reasons) {
    super(
        "The policy rejects this model: %s. Overruling it takes --despite-policy and a --reason"
            .formatted(String.join("; ", reasons)));
  }
}
