package org.penstock.serving.http;

import tools.jackson.core.JsonGenerator;

/** What the service answers, as JSON. */
public interface Answer {

  /** Writes one JSON value. */
  void writeTo(JsonGenerator json);
}
