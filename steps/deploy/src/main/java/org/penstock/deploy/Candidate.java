package org.penstock.deploy;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.penstock.feature.FeatureTable;
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
   * A number that the service has to answer for an entity.
   *
   * @param field of the answer
   */
  record Expected(String field, double value) {}

  /**
   * Returns what the service has to answer: the probability of the second of two labels, of more
   * that of the likeliest, or the number.
   *
   * @param row of the feature table, which has every feature of the model
   */
  Expected expected(int row) {
    double[] stored = new double[features.features().size()];
    features.features(row, stored);
    double[] values =
        Arrays.stream(model.placesIn(features.features()))
            .mapToDouble(place -> stored[place])
            .toArray();
    double[] outputs = new double[model.width()];
    model.predict(values, outputs);
    return new Expected(
        model.task().hasLabels() ? "probability" : "prediction",
        Arrays.stream(outputs).max().orElseThrow());
  }
}
