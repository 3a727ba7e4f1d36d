package org.penstock.score;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags of the score step.
 *
 * @param training whose rows are scored; not necessarily what the model was trained on
 * @param deployment names the model and its approval; absent: what the alias {@code production}
 *     points at
 */
public record ScoreConfig(
    @Help("Digest of the table of features whose rows are scored") Sha256 training,
    @Help("Digest of the deployment to score with; empty: the one in production")
        Optional<Sha256> deployment) {

  public ScoreConfig {
    requireNonNull(training, "training");
    requireNonNull(deployment, "deployment");
  }
}
