package org.penstock.approval;

import java.util.List;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.JsonFields;

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

  /** Writes the decision artifact of {@code docs/artifacts.md}. */
  default byte[] toBytes() {
    return CanonicalJson.write(
        Map.of("format-version", 1, "decision", word(), "reasons", reasons()));
  }

  /**
   * Reads what {@link #toBytes()} writes.
   *
   * @throws IllegalArgumentException if it is no decision of this format version
   */
  static ApprovalDecision parse(byte[] json) {
    JsonFields fields = JsonFields.read("decision", 1, json);
    String word = fields.text("decision");
    List<String> reasons = fields.texts("reasons");
    fields.end();
    ApprovalDecision decision = reasons.isEmpty() ? new Approvable() : new Rejected(reasons);
    if (!decision.word().equals(word)) {
      throw new IllegalArgumentException(
          "The decision is '%s' for the reasons %s".formatted(word, reasons));
    }

    return decision;
  }
}
