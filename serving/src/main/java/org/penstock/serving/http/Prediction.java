package org.penstock.serving.http;

import java.util.List;
import org.penstock.scoring.ModelBundle;
import tools.jackson.core.JsonGenerator;

/**
 * What the model makes of one example.
 *
 * @param probabilities one a label of the model, in label order
 */
record Prediction(double[] probabilities) {

  /**
   * Scores one example.
   *
   * @param features one number a feature of the model, missing is NaN
   */
  static Prediction of(ModelBundle model, double[] features) {
    double[] probabilities = new double[model.labels().size()];
    model.probabilities(features, probabilities);
    return new Prediction(probabilities);
  }

  /** Returns the probability of the positive label, or of several that of the likeliest. */
  double probability() {
    return probabilities[isBinary() ? 1 : likeliest()];
  }

  private boolean isBinary() {
    return probabilities.length == 2;
  }

  private int likeliest() {
    int likeliest = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[likeliest]) {
        likeliest = i;
      }
    }
    return likeliest;
  }

  void writeProperties(ModelBundle model, JsonGenerator json) {
    json.writeNumberProperty("probability", probability());
    json.writeStringProperty(
        "class", isBinary() ? model.label(probability()) : model.labels().get(likeliest()));
    if (!isBinary()) {
      writeProbabilities(model.labels(), json);
    }
  }

  private void writeProbabilities(List<String> labels, JsonGenerator json) {
    json.writeObjectPropertyStart("probabilities");
    for (int i = 0; i < probabilities.length; i++) {
      json.writeNumberProperty(labels.get(i), probabilities[i]);
    }
    json.writeEndObject();
  }

  /** Writes the threshold of a model of two labels; a model of more has none. */
  static void writeThreshold(ModelBundle model, JsonGenerator json) {
    if (model.labels().size() == 2) {
      json.writeNumberProperty("threshold", model.threshold());
    }
  }
}
