package org.penstock.features;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.penstock.config.FeatureSettings;
import org.penstock.config.ProjectConfig;

/**
 * What the tables depend on, so that a change of anything else in {@code project.yaml} leaves them
 * as they are.
 *
 * @param features as of when, and ties
 * @param group columns which together tell what belongs together; empty: the entity
 * @param slices columns of rows that the evaluation looks at
 */
record FeaturesSettings(FeatureSettings features, List<String> group, List<String> slices) {

  FeaturesSettings {
    requireNonNull(features, "features");
    group = List.copyOf(group);
    slices = List.copyOf(slices);
  }

  static FeaturesSettings of(ProjectConfig config) {
    return new FeaturesSettings(
        config.features(), config.split().group(), config.evaluate().slices());
  }
}
