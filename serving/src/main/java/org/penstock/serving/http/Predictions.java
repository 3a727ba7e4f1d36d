package org.penstock.serving.http;

import java.util.List;
import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * Predictions for the records of a request.
 *
 * @param served what made them
 * @param predictions in the order of the records
 */
record Predictions(ServedModel served, List<Prediction> predictions) implements Answer {

  Predictions {
    predictions = List.copyOf(predictions);
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("model", served.modelDigest().toString());
    Prediction.writeThreshold(served.model(), json);
    json.writeArrayPropertyStart("predictions");
    for (Prediction prediction : predictions) {
      json.writeStartObject();
      prediction.writeProperties(served.model(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
