package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Sha256;
import org.penstock.json.JsonFields;

/**
 * What a server of a project loads, all by digest.
 *
 * @param subject the model, and what its approval is about
 * @param featureTable latest features of every entity
 * @param approval the signed approval in the log of the project
 * @param run the run that deployed
 * @param at when it was deployed, which is when the approval had to be valid
 */
public record Deployment(
    ApprovalSubject subject, Sha256 featureTable, Sha256 approval, String run, Instant at) {

  /** The alias of a project that points at the deployment being served. */
  public static final String ALIAS = "production";

  private static final int FORMAT_VERSION = 1;

  public Deployment {
    requireNonNull(subject, "subject");
    requireNonNull(featureTable, "featureTable");
    requireNonNull(approval, "approval");
    requireNonNull(run, "run");
    requireNonNull(at, "at");
  }

  /** Returns whether a server would serve the same after loading {@code other} instead. */
  public boolean servesSameAs(Deployment other) {
    return subject.equals(other.subject)
        && featureTable.equals(other.featureTable)
        && approval.equals(other.approval);
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
            "feature-table", featureTable.toString(),
            "approval", approval.toString(),
            "run", run,
            "at", at.toString()));
  }

  /**
   * Reads what {@link #toBytes()} writes.
   *
   * @throws IllegalArgumentException if it is no deployment of this format version
   */
  public static Deployment parse(byte[] json) {
    JsonFields fields = JsonFields.read("deployment", FORMAT_VERSION, json);
    Deployment deployment =
        new Deployment(
            ApprovalSubject.take(fields),
            fields.parsed("feature-table", Sha256::parse),
            fields.parsed("approval", Sha256::parse),
            fields.text("run"),
            fields.instant("at"));
    fields.end();
    return deployment;
  }
}
