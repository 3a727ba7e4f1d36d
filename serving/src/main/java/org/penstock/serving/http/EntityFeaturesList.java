package org.penstock.serving.http;

import java.util.List;
import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * What is known of several entities.
 *
 * @param served from where
 * @param entities in the order of the request
 */
record EntityFeaturesList(ServedModel served, List<EntityFeatures> entities) implements Answer {

  EntityFeaturesList {
    entities = List.copyOf(entities);
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    EntityFeatures.writeDigests(served, json);
    json.writeArrayPropertyStart("entities");
    for (EntityFeatures entity : entities) {
      json.writeStartObject();
      entity.writeProperties(json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
