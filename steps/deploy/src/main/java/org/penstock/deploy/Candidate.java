package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.penstock.feature.FeatureTable;
import org.penstock.row.Column;
import org.penstock.scoring.ModelBundle;

/**
 * What is to be served.
 *
 * @param model scores
 * @param features of every entity
 */
public record Candidate(ModelBundle model, FeatureTable features) {

  public Candidate {
    requireNonNull(model, "model");
    requireNonNull(features, "features");
  }

  /**
   * Returns what the service has to answer for an entity: the probability of the second of two
   * labels, of more that of the likeliest.
   *
   * @param row of the feature table, which has every feature of the model
   */
  double probability(int row) {
    double[] stored = new double[features.features().size()];
    features.features(row, stored);
    double[] values =
        model.features().stream().mapToDouble(feature -> stored[placeOf(feature)]).toArray();
    if (model.labels().size() == 2) {
      return model.probability(values);
    }
    double[] probabilities = new double[model.labels().size()];
    model.probabilities(values, probabilities);
    return Arrays.stream(probabilities).max().orElseThrow();
  }

  private int placeOf(Column feature) {
    return features.features().stream().map(Column::name).toList().indexOf(feature.name());
  }
}
