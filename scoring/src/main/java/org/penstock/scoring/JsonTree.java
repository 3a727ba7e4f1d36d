package org.penstock.scoring;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as maps, lists, texts, numbers and booleans. Data binding would do it too, at the price of
 * 400 classes that the service loads before it is ready.
 */
final class JsonTree {

  /** What {@code null} is read as: a value of no type that anybody expects. */
  private static final Object NULL = new Object();

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  /**
   * Reads one value. Numbers without a fraction are {@code Integer}, {@code Long} or {@code
   * BigInteger}; others {@code BigDecimal}, which keeps all digits until it is known whether a
   * float or a double is meant.
   *
   * @throws InvalidBundleException if it is not JSON, has a key twice, or anything after its end
   */
  static Object read(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new InvalidBundleException("Model bundle: not JSON: more text after its end");
      }
      return value;
    } catch (JacksonException e) {
      throw new InvalidBundleException(
          "Model bundle: not JSON: %s".formatted(e.getOriginalMessage()), e);
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_NULL -> NULL;
      case null, default ->
          throw new InvalidBundleException("Model bundle: not JSON: it ends too early");
    };
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      object.put(key, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /**
   * Writes maps in their order, collections, arrays of numbers, texts, numbers and booleans.
   *
   * @throws IllegalArgumentException if a part of {@code tree} is anything else
   */
  static byte[] write(Object tree) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(tree, json);
    }
    return bytes.toByteArray();
  }

  private static void write(Object tree, JsonGenerator json) {
    switch (tree) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((key, value) -> {
          json.writeName((String) key);
          write(value, json);
        });
        json.writeEndObject();
      }
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(value -> write(value, json));
        json.writeEndArray();
      }
      case double[] numbers -> json.writeArray(numbers, 0, numbers.length);
      case int[] numbers -> json.writeArray(numbers, 0, numbers.length);
      case double[][] rows -> write(List.of(rows), json);
      case float[] numbers -> {
        json.writeStartArray();
        for (float number : numbers) {
          json.writeNumber(number);
        }
        json.writeEndArray();
      }
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      default ->
          throw new IllegalArgumentException(
              "A %s has no place in a model bundle".formatted(tree.getClass()));
    }
  }
}
