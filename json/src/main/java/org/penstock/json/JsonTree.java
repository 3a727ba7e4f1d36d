package org.penstock.json;

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
 * JSON as maps, lists, texts, numbers and booleans. There is no null: what is absent is left out.
 * Data binding would do it too, at the price of 400 classes that the service loads before it is
 * ready.
 */
public final class JsonTree {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** What is made of numbers with a fraction, and of null. */
  public enum Reading {
    /** Fractions are doubles; null is an error. */
    DOUBLES,
    /** Fractions keep all digits until it is known whether a float is meant; null is an error. */
    ALL_DIGITS,
    /** Fractions are doubles; what is null is left out, as others write it, but not of a list. */
    WITHOUT_NULLS
  }

  private JsonTree() {}

  /**
   * Reads an object. Keys keep their order; numbers without a fraction are {@code Integer}, {@code
   * Long} or {@code BigInteger}, others {@code Double} or {@code BigDecimal}.
   *
   * @throws InvalidJsonException if {@code json} is not one object, has a key twice, a null that is
   *     an error, or anything after its end
   */
  public static Map<String, Object> read(byte[] json, Reading reading) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidJsonException("Not a JSON object");
      }

      Map<String, Object> object = object(parser, reading);
      if (parser.nextToken() != null) {
        throw new InvalidJsonException("More text after the end of the JSON object");
      }

      return object;
    } catch (JacksonException e) {
      throw new InvalidJsonException("Not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Object> object(JsonParser parser, Reading reading) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      if (parser.nextToken() != JsonToken.VALUE_NULL || reading != Reading.WITHOUT_NULLS) {
        object.put(key, value(parser, reading));
      }
    }

    return object;
  }

  private static Object value(JsonParser parser, Reading reading) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, reading);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser, reading));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT ->
          reading == Reading.ALL_DIGITS
              ? (Object) parser.getDecimalValue()
              : (Object) parser.getDoubleValue();
      case VALUE_NULL -> throw new InvalidJsonException("JSON of ours has no null");
      case null, default -> throw new InvalidJsonException("Not valid JSON: it ends too early");
    };
  }

  /**
   * Writes a tree with one spelling: UTF-8, keys sorted, no white space, numbers as the shortest
   * decimal that reads back as the same bits. It may hold arrays of numbers, too.
   *
   * @throws IllegalArgumentException if it has a part of another type, or a number is not finite
   */
  public static byte[] write(Object tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(tree, generator);
    }

    return bytes.toByteArray();
  }

  private static void write(Object tree, JsonGenerator json) {
    switch (tree) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, part) -> sorted.put((String) key, part));
        sorted.forEach((key, part) -> {
          json.writeName(key);
          write(part, json);
        });
        json.writeEndObject();
      }
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(part -> write(part, json));
        json.writeEndArray();
      }
      case double[] numbers -> {
        json.writeStartArray();
        for (double number : numbers) {
          write(number, json);
        }
        json.writeEndArray();
      }
      case float[] numbers -> {
        json.writeStartArray();
        for (float number : numbers) {
          write(number, json);
        }
        json.writeEndArray();
      }
      case int[] numbers -> json.writeArray(numbers, 0, numbers.length);
      case double[][] rows -> write(List.of(rows), json);
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case Float number when Float.isFinite(number) -> json.writeNumber(number);
      case null -> throw new IllegalArgumentException("JSON of ours has no null");
      default ->
          throw new IllegalArgumentException(
              "'%s' of %s has no JSON form".formatted(tree, tree.getClass()));
    }
  }
}
