package org.penstock.train;

import static java.util.Objects.requireNonNull;

import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags of the train step.
 *
 * @param training table of training rows, as the features step makes it
 */
public record TrainConfig(@Help("Digest of the table of training rows") Sha256 training) {

  public TrainConfig {
    requireNonNull(training, "training");
  }
}
