package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags of the deploy step.
 *
 * @param model the model bundle
 * @param featureTable latest features of every entity
 * @param training what the model was trained and evaluated on
 * @param evaluation what was approved
 * @param run the run that deploys
 */
public record DeployConfig(
    @Help("Digest of the model") Sha256 model,
    @Help("Digest of the feature table that is served with it") Sha256 featureTable,
    @Help("Digest of the training table") Sha256 training,
    @Help("Digest of the evaluation that was approved") Sha256 evaluation,
    @Help("Name of the run that deploys") String run) {

  public DeployConfig {
    requireNonNull(model, "model");
    requireNonNull(featureTable, "featureTable");
    requireNonNull(training, "training");
    requireNonNull(evaluation, "evaluation");
    requireNonNull(run, "run");
  }
}
