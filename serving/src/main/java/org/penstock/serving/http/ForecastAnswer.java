package org.penstock.serving.http;

import java.util.List;
import org.penstock.serving.forecast.Forecast;
import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * Forecasts, of which the last one is what was asked for.
 *
 * @param served what made them
 * @param last what was asked for
 * @param way all up to it, in order of time; empty if it was asked for by calendar
 */
record ForecastAnswer(ServedModel served, Forecast last, List<Forecast> way) implements Answer {

  ForecastAnswer {
    way = List.copyOf(way);
  }

  ForecastAnswer(ServedModel served, List<Forecast> way) {
    this(served, way.getLast(), way);
  }

  ForecastAnswer(ServedModel served, Forecast asked) {
    this(served, asked, List.of());
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("model", served.modelDigest().toString());
    json.writeStringProperty("now", served.model().outlook().orElseThrow().end().toString());
    writeProperties(last, json);
    if (!way.isEmpty()) {
      json.writeArrayPropertyStart("forecast");
      for (Forecast forecast : way) {
        json.writeStartObject();
        writeProperties(forecast, json);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeProperties(Forecast forecast, JsonGenerator json) {
    json.writeStringProperty("time", forecast.time().toString());
    json.writeNumberProperty("prediction", forecast.prediction());
    forecast.band().ifPresent(band -> Prediction.writeInterval(band, json));
  }
}
