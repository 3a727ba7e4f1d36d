package org.penstock.serving.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON as UTF-8; keys keep the order in which they were put. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Returns what {@link #write} writes. */
  public static String text(Object tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = generator(bytes)) {
      write(tree, json);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes maps, collections, texts, whole numbers, finite doubles and booleans.
   *
   * @throws IllegalArgumentException if a part of {@code tree} is anything else
   */
  public static void write(Object tree, JsonGenerator json) {
    switch (tree) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, value) -> {
          json.writeName((String) name);
          write(value, json);
        });
        json.writeEndObject();
      }
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(value -> write(value, json));
        json.writeEndArray();
      }
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      default -> throw new IllegalArgumentException("'%s' has no JSON form".formatted(tree));
    }
  }
}
