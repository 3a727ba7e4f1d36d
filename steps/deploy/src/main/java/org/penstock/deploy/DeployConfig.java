package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.cluster.ServingName;
import org.penstock.config.Default;
import org.penstock.config.Help;

/**
 * The flags of the deploy step.
 *
 * @param model the model bundle
 * @param featureTable latest features of every entity
 * @param training what the model was trained and evaluated on
 * @param evaluation what was approved
 * @param run the run that deploys
 * @param serving namespace and name of the Kubernetes Deployment that serves, {@code
 *     penstock-serving/credit-risk}; empty: servers follow the alias by themselves
 * @param servingUrl where that Deployment answers; empty: its Service of the same name
 * @param rolloutTimeout how long its new pods may take until all of them answer
 */
public record DeployConfig(
    @Help("Digest of the model") Sha256 model,
    @Help("Digest of the feature table that is served with it") Sha256 featureTable,
    @Help("Digest of the training table") Sha256 training,
    @Help("Digest of the evaluation that was approved") Sha256 evaluation,
    @Help("Name of the run that deploys") String run,
    @Help(
            "NAMESPACE/NAME of the Kubernetes Deployment that serves; empty: servers follow the alias")
        Optional<ServingName> serving,
    @Help("Where it answers; empty: the Service of its name") Optional<URI> servingUrl,
    @Help("How long its new pods may take") @Default("5m") Duration rolloutTimeout) {

  public DeployConfig {
    requireNonNull(model, "model");
    requireNonNull(featureTable, "featureTable");
    requireNonNull(training, "training");
    requireNonNull(evaluation, "evaluation");
    requireNonNull(run, "run");
    requireNonNull(serving, "serving");
    requireNonNull(servingUrl, "servingUrl");
    requireNonNull(rolloutTimeout, "rolloutTimeout");
  }
}
