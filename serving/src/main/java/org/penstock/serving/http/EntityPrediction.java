package org.penstock.serving.http;

import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * A prediction for an entity from its latest features.
 *
 * @param entity what is known of it
 * @param prediction what the model makes of that
 */
record EntityPrediction(EntityFeatures entity, Prediction prediction) implements Answer {

  @Override
  public void writeTo(JsonGenerator json) {
    ServedModel served = entity.served();
    json.writeStartObject();
    entity.writeId(json);
    prediction.writeProperties(served.model(), json);
    Prediction.writeThreshold(served.model(), json);
    entity.writeEventTime(json);
    EntityFeatures.writeDigests(served, json);
    json.writeEndObject();
  }
}
