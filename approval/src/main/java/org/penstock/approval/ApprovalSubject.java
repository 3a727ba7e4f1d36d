package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import org.penstock.artifact.Sha256;
import org.penstock.json.JsonFields;

/**
 * What an approval is about; it says nothing of anything else.
 *
 * @param project name of the project
 * @param model digest of the model bundle
 * @param data digest of the table that the model was trained and evaluated on
 * @param evaluation digest of the evaluation
 */
public record ApprovalSubject(String project, Sha256 model, Sha256 data, Sha256 evaluation) {

  public ApprovalSubject {
    requireNonNull(project, "project");
    requireNonNull(model, "model");
    requireNonNull(data, "data");
    requireNonNull(evaluation, "evaluation");
  }

  /** Takes the subject out of the record that holds it. */
  static ApprovalSubject take(JsonFields fields) {
    return new ApprovalSubject(
        fields.text("project"),
        fields.parsed("model", Sha256::parse),
        fields.parsed("data", Sha256::parse),
        fields.parsed("evaluation", Sha256::parse));
  }
}
