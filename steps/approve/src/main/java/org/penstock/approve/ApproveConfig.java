package org.penstock.approve;

import static java.util.Objects.requireNonNull;

import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags of the approve step.
 *
 * @param evaluation what the policy reads
 * @param model what was evaluated
 * @param training what it was trained and evaluated on
 */
public record ApproveConfig(
    @Help("Digest of the evaluation") Sha256 evaluation,
    @Help("Digest of the model that was evaluated") Sha256 model,
    @Help("Digest of the training table") Sha256 training) {

  public ApproveConfig {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(model, "model");
    requireNonNull(training, "training");
  }
}
