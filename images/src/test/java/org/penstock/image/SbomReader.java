package org.penstock.image;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test asks an SBOM. */
record SbomReader(JsonNode document) {

  static SbomReader of(byte[] json) {
    return new SbomReader(new JsonMapper().readTree(json));
  }

  /** Returns where the jars lie, sorted. */
  List<String> paths() {
    return texts("/properties/0/value").stream().sorted().toList();
  }

  List<String> withoutLicence() {
    var names = new ArrayList<String>();
    for (JsonNode component : document.get("components")) {
      if (component.path("licenses").isEmpty()) {
        names.add(component.get("name").asString());
      }
    }
    return names;
  }

  List<String> embedded() {
    return texts("/components/0/purl");
  }

  private List<String> texts(String pointer) {
    var texts = new ArrayList<String>();
    for (JsonNode component : document.get("components")) {
      JsonNode text = component.at(pointer);
      if (text.isString()) {
        texts.add(text.asString());
      }
    }
    return texts;
  }
}
