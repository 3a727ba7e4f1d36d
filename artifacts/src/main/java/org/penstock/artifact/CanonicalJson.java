package org.penstock.artifact;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON with one spelling for each value: UTF-8, keys sorted, no white space.
 *
 * <p>A value is a {@code Map} with string keys, a {@code Collection}, a {@code String}, a {@code
 * Boolean}, an {@code Integer}, a {@code Long}, a {@code BigInteger}, a finite {@code Double} or a
 * {@code BigDecimal}. There is no null: what is absent is left out.
 */
public final class CanonicalJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private CanonicalJson() {}

  /**
   * Writes {@code value}.
   *
   * @throws IllegalArgumentException if it has a part of another type, or a number is not finite
   */
  public static byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(value, generator);
    }

    return bytes.toByteArray();
  }

  /**
   * Reads an object. Keys keep their order; numbers without a fraction are {@code Integer}, {@code
   * Long} or {@code BigInteger}, others {@code Double}.
   *
   * @throws IllegalArgumentException if {@code json} is not one object, has a key twice, a null, or
   *     anything after its end
   */
  public static Map<String, Object> read(byte[] json) {
    return read(json, false);
  }

  /**
   * Reads an object that somebody else wrote, as {@link #read(byte[])} does, except that what is
   * null is left out.
   *
   * @throws IllegalArgumentException if {@code json} is not one object, has a key twice, a null in
   *     a list, or anything after its end
   */
  public static Map<String, Object> readForeign(byte[] json) {
    return read(json, true);
  }

  private static Map<String, Object> read(byte[] json, boolean foreign) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("Not a JSON object");
      }

      Map<String, Object> object = object(parser, foreign);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("More text after the end of the JSON object");
      }

      return object;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void write(Object value, JsonGenerator generator) {
    switch (value) {
      case Map<?, ?> map -> {
        generator.writeStartObject();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, part) -> sorted.put((String) key, part));
        sorted.forEach((key, part) -> {
          generator.writeName(key);
          write(part, generator);
        });
        generator.writeEndObject();
      }
      case Collection<?> list -> {
        generator.writeStartArray();
        list.forEach(part -> write(part, generator));
        generator.writeEndArray();
      }
      case String text -> generator.writeString(text);
      case Boolean truth -> generator.writeBoolean(truth);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case BigInteger number -> generator.writeNumber(number);
      case BigDecimal number -> generator.writeNumber(number);
      case Double number when Double.isFinite(number) -> generator.writeNumber(number);
      case null -> throw new IllegalArgumentException("JSON of ours has no null");
      default ->
          throw new IllegalArgumentException(
              "'%s' of %s has no JSON form".formatted(value, value.getClass()));
    }
  }

  private static Map<String, Object> object(JsonParser parser, boolean foreign) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      if (parser.nextToken() != JsonToken.VALUE_NULL || !foreign) {
        object.put(key, value(parser, foreign));
      }
    }

    return object;
  }

  private static Object value(JsonParser parser, boolean foreign) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, foreign);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser, foreign));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> throw new IllegalArgumentException("JSON of ours has no null");
      default -> throw new IllegalArgumentException("Not valid JSON: it ends too early");
    };
  }
}
