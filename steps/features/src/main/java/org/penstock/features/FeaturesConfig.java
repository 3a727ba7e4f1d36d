package org.penstock.features;

import static java.util.Objects.requireNonNull;

import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags of the features step.
 *
 * @param rows table of rows in event-time order
 */
public record FeaturesConfig(@Help("Table of rows in the order of their time") Sha256 rows) {

  public FeaturesConfig {
    requireNonNull(rows, "rows");
  }
}
