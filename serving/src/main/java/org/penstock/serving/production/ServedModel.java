package org.penstock.serving.production;

import static java.util.Objects.requireNonNull;

import org.penstock.approval.ApprovalRecord;
import org.penstock.approval.Deployment;
import org.penstock.artifact.Sha256;
import org.penstock.feature.FeatureTable;
import org.penstock.scoring.ModelBundle;
import org.penstock.serving.request.RequestSchema;

/**
 * A deployment, loaded and verified: whoever holds one may answer from it. Immutable.
 *
 * @param digest of the deployment
 * @param deployment names everything below by digest
 * @param approval says who approved it and why
 * @param model scores the features
 * @param features latest features of every entity, in the order of the model
 * @param requests reads what clients post into what the model scores
 */
public record ServedModel(
    Sha256 digest,
    Deployment deployment,
    ApprovalRecord approval,
    ModelBundle model,
    FeatureTable features,
    RequestSchema requests) {

  public ServedModel {
    requireNonNull(digest, "digest");
    requireNonNull(deployment, "deployment");
    requireNonNull(approval, "approval");
    requireNonNull(model, "model");
    requireNonNull(features, "features");
    requireNonNull(requests, "requests");
  }

  /** Returns the digest of the model. */
  public Sha256 modelDigest() {
    return deployment.subject().model();
  }

  /** Copies the features at {@code row} of the feature table. */
  public double[] featuresAt(int row) {
    double[] values = new double[model.features().size()];
    features.features(row, values);
    return values;
  }
}
