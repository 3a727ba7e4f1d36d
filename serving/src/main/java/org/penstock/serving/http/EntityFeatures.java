package org.penstock.serving.http;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.penstock.row.Kind;
import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * What is known of one entity.
 *
 * @param served from where
 * @param id as it was asked for
 * @param row of the feature table, -1 if nothing is known
 */
record EntityFeatures(ServedModel served, String id, int row) implements Answer {

  /** Whether something is known; the words are those of Feast. */
  enum Status {
    PRESENT,
    NOT_FOUND
  }

  Status status() {
    return row < 0 ? Status.NOT_FOUND : Status.PRESENT;
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    writeProperties(json);
    writeDigests(served, json);
    json.writeEndObject();
  }

  void writeProperties(JsonGenerator json) {
    writeId(json);
    json.writeStringProperty("status", status().name());
    if (row >= 0) {
      writeEventTime(json);
      json.writeName("features");
      FeatureValues.write(served.requests().features(), served.featuresAt(row), json);
    }
  }

  void writeId(JsonGenerator json) {
    if (served.features().entity().kind() == Kind.LONG) {
      json.writeNumberProperty("id", Long.parseLong(id));
    } else {
      json.writeStringProperty("id", id);
    }
  }

  void writeEventTime(JsonGenerator json) {
    served
        .features()
        .eventTime(row)
        .ifPresent(time -> json.writeStringProperty("event_time", text(time)));
  }

  static String text(LocalDateTime time) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  static void writeDigests(ServedModel served, JsonGenerator json) {
    json.writeStringProperty("model", served.modelDigest().toString());
    json.writeStringProperty("feature_table", served.deployment().featureTable().toString());
  }
}
