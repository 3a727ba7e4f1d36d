package org.penstock.serving.http;

import java.util.List;
import java.util.Optional;
import org.penstock.scoring.ModelBundle;
import org.penstock.serving.production.ServedModel;
import org.penstock.serving.request.Example;
import org.penstock.serving.request.Repaired;
import tools.jackson.core.JsonGenerator;

/**
 * Predictions for the records of a request.
 *
 * @param served what made them
 * @param predictions in the order of the records, or of the entities where records are windows
 * @param repaired what was put right in a window
 */
record Predictions(ServedModel served, List<Answered> predictions, Optional<Repaired> repaired)
    implements Answer {

  /**
   * A prediction.
   *
   * @param of whose it is, where that is not said by its place
   */
  record Answered(Prediction prediction, Optional<Example.Moment> of) {

    static Answered of(ModelBundle model, Example example) {
      return new Answered(Prediction.of(model, example.features()), example.of());
    }
  }

  Predictions {
    predictions = List.copyOf(predictions);
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("model", served.modelDigest().toString());
    Prediction.writeThreshold(served.model(), json);
    json.writeArrayPropertyStart("predictions");
    for (Answered answered : predictions) {
      json.writeStartObject();
      answered.of().ifPresent(moment -> write(moment, json));
      answered.prediction().writeProperties(served.model(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    repaired.ifPresent(found -> {
      json.writeName("repairs");
      Json.write(found.named(), json);
    });
    json.writeEndObject();
  }

  private static void write(Example.Moment moment, JsonGenerator json) {
    moment
        .entity()
        .ifPresent(id -> {
          if (id instanceof Long number) {
            json.writeNumberProperty("id", number);
          } else {
            json.writeStringProperty("id", id.toString());
          }
        });
    moment
        .time()
        .ifPresent(time -> json.writeStringProperty("event_time", EntityFeatures.text(time)));
  }
}
