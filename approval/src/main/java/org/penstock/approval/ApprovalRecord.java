package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Sha256;
import org.penstock.json.JsonFields;

/**
 * What a person said of a model, before it is signed.
 *
 * @param subject what it is about
 * @param run the run that made the model
 * @param author who started that run
 * @param verdict what was said
 * @param approver who said it
 * @param selfApproved the approver is the author of the run, or was not told apart from them
 * @param policyReasons the limits of the policy that the model misses
 * @param despitePolicy approved though the policy rejects
 * @param reason in words
 * @param at when
 * @param expires when the approval ends; a rejection does not end
 * @param previous digest of the record before it in the log of the project; none for the first
 */
public record ApprovalRecord(
    ApprovalSubject subject,
    String run,
    String author,
    Verdict verdict,
    Approver approver,
    boolean selfApproved,
    List<String> policyReasons,
    boolean despitePolicy,
    String reason,
    Instant at,
    Optional<Instant> expires,
    Optional<Sha256> previous) {

  private static final int FORMAT_VERSION = 1;

  public ApprovalRecord {
    requireNonNull(subject, "subject");
    Texts.requireLine("run", run);
    Texts.requireLine("author", author);
    requireNonNull(verdict, "verdict");
    requireNonNull(approver, "approver");
    policyReasons = List.copyOf(policyReasons);
    policyReasons.forEach(line -> Texts.requireLine("reason of the policy", line));
    Texts.requireLine("reason", reason);
    requireNonNull(at, "at");
    requireNonNull(expires, "expires");
    requireNonNull(previous, "previous");
    if (author.equals(approver.name()) && !selfApproved) {
      throw new IllegalArgumentException(
          "'%s' is both author and approver, which is a self-approval".formatted(author));
    }

    if ((verdict == Verdict.APPROVED && !policyReasons.isEmpty()) != despitePolicy) {
      throw new IllegalArgumentException(
          policyReasons.isEmpty() || verdict == Verdict.REJECTED
              ? "There is nothing to approve despite the policy"
              : "The policy rejects: " + String.join("; ", policyReasons));
    }

    if ((verdict == Verdict.APPROVED) != expires.filter(at::isBefore).isPresent()) {
      throw new IllegalArgumentException("An approval expires after it is made, a rejection never");
    }
  }

  /** Returns this record as the one that follows {@code previous} in the log. */
  ApprovalRecord after(Optional<Sha256> previous) {
    return new ApprovalRecord(
        subject,
        run,
        author,
        verdict,
        approver,
        selfApproved,
        policyReasons,
        despitePolicy,
        reason,
        at,
        expires,
        previous);
  }

  /**
   * Writes the payload of {@code docs/artifacts.md}: canonical, so that equal records sign equally.
   */
  public byte[] toBytes() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("format-version", FORMAT_VERSION);
    tree.put("project", subject.project());
    tree.put("model", subject.model().toString());
    tree.put("data", subject.data().toString());
    tree.put("evaluation", subject.evaluation().toString());
    tree.put("run", run);
    tree.put("author", author);
    tree.put("verdict", verdict.word());
    tree.put("approver", Map.of("name", approver.name(), "key", approver.key()));
    tree.put("self-approved", selfApproved);
    tree.put("policy-reasons", policyReasons);
    tree.put("despite-policy", despitePolicy);
    tree.put("reason", reason);
    tree.put("at", at.toString());
    expires.ifPresent(time -> tree.put("expires", time.toString()));
    previous.ifPresent(digest -> tree.put("previous", digest.toString()));
    return CanonicalJson.write(tree);
  }

  /**
   * Reads what {@link #toBytes()} writes.
   *
   * @throws IllegalArgumentException if it is no record of this format version
   */
  public static ApprovalRecord parse(byte[] json) {
    JsonFields fields = JsonFields.read("approval", FORMAT_VERSION, json);
    JsonFields approver = fields.object("approver");
    ApprovalRecord record =
        new ApprovalRecord(
            ApprovalSubject.take(fields),
            fields.text("run"),
            fields.text("author"),
            Verdict.parse(fields.text("verdict")),
            new Approver(approver.text("name"), approver.text("key")),
            fields.truth("self-approved"),
            fields.texts("policy-reasons"),
            fields.truth("despite-policy"),
            fields.text("reason"),
            fields.instant("at"),
            fields.has("expires") ? Optional.of(fields.instant("expires")) : Optional.empty(),
            fields.has("previous")
                ? Optional.of(fields.parsed("previous", Sha256::parse))
                : Optional.empty());
    approver.end();
    fields.end();
    return record;
  }
}
