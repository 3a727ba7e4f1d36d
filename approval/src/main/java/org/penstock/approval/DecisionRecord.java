package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;
import org.penstock.json.JsonFields;

/**
 * What the policy said, and of what: the artifact of the approve step.
 *
 * @param subject what was judged
 * @param decision how
 */
public record DecisionRecord(ApprovalSubject subject, ApprovalDecision decision) {

  private static final int FORMAT_VERSION = 1;

  public DecisionRecord {
    requireNonNull(subject, "subject");
    requireNonNull(decision, "decision");
  }

  /** Writes the JSON of {@code docs/artifacts.md}. */
  public byte[] toBytes() {
    return CanonicalJson.write(
        Map.of(
            "format-version", FORMAT_VERSION,
            "project", subject.project(),
            "model", subject.model().toString(),
            "data", subject.data().toString(),
            "evaluation", subject.evaluation().toString(),
            "decision", decision.word(),
            "reasons", decision.reasons()));
  }

  /**
   * Reads what {@link #toBytes()} writes.
   *
   * @throws IllegalArgumentException if it is no decision of this format version
   */
  public static DecisionRecord parse(byte[] json) {
    JsonFields fields = JsonFields.read("decision", FORMAT_VERSION, json);
    ApprovalSubject subject = ApprovalSubject.take(fields);
    String word = fields.text("decision");
    List<String> reasons = fields.texts("reasons");
    fields.end();
    ApprovalDecision decision =
        reasons.isEmpty()
            ? new ApprovalDecision.Approvable()
            : new ApprovalDecision.Rejected(reasons);
    if (!decision.word().equals(word)) {
      throw new IllegalArgumentException(
          "The decision is '%s' for the reasons %s".formatted(word, reasons));
    }

    return new DecisionRecord(subject, decision);
  }
}
