package org.penstock.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that is read strictly: a value of another type, a key that is missing, given twice
 * or never asked for is a problem with its path.
 */
final class JsonObject {

  /** Decimals keep all digits until it is known whether a float or a double is meant. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private JsonObject(JsonNode node, String path) {
    this.node = node;
    this.path = path;
    if (!node.isObject()) {
      throw new InvalidBundleException("Model bundle: %s: expected an object".formatted(path));
    }
  }

  static JsonObject parse(byte[] json) {
    try {
      return new JsonObject(JSON.readTree(json), "$");
    } catch (JacksonException e) {
      throw new InvalidBundleException(
          "Model bundle: not JSON: %s".formatted(e.getOriginalMessage()), e);
    }
  }

  String path() {
    return path;
  }

  boolean has(String key) {
    return node.has(key);
  }

  Set<String> keys() {
    return new TreeSet<>(node.propertyNames());
  }

  /** Refuses the keys that nobody has asked for. */
  void finish() {
    Set<String> unknown = keys();
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      throw new InvalidBundleException("Model bundle: %s: unknown %s".formatted(path, unknown));
    }
  }

  InvalidBundleException invalid(String key, String expected) {
    return new InvalidBundleException("Model bundle: %s.%s: %s".formatted(path, key, expected));
  }

  JsonObject object(String key) {
    return new JsonObject(value(key), path + "." + key);
  }

  String text(String key) {
    return value(key, JsonNode::isString, "a text").stringValue();
  }

  boolean truth(String key) {
    return value(key, JsonNode::isBoolean, "true or false").booleanValue();
  }

  int integer(String key) {
    return value(key, JsonNode::isInt, "an integer").intValue();
  }

  long longInteger(String key) {
    Predicate<JsonNode> fits = value -> value.isIntegralNumber() && value.canConvertToLong();
    return value(key, fits, "an integer").longValue();
  }

  double number(String key) {
    return value(key, JsonNode::isNumber, "a number").doubleValue();
  }

  <E extends Enum<E>> E oneOf(String key, Set<E> known, Function<E, String> spelling) {
    String text = text(key);
    for (E candidate : known) {
      if (spelling.apply(candidate).equals(text)) {
        return candidate;
      }
    }
    throw invalid(
        key,
        "'%s' is not one of %s"
            .formatted(text, new TreeSet<>(known.stream().map(spelling).toList())));
  }

  List<JsonObject> objects(String key) {
    JsonNode array = array(key);
    List<JsonObject> objects = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      objects.add(new JsonObject(array.get(i), "%s.%s[%d]".formatted(path, key, i)));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(key, JsonNode::isString, "a text")) {
      texts.add(element.stringValue());
    }
    return texts;
  }

  int[] integers(String key) {
    JsonNode array = elements(key, JsonNode::isInt, "an integer");
    int[] integers = new int[array.size()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = array.get(i).intValue();
    }
    return integers;
  }

  double[] numbers(String key) {
    return numbers(elements(key, JsonNode::isNumber, "a number"));
  }

  double[][] rows(String key) {
    JsonNode array = array(key);
    double[][] rows = new double[array.size()][];
    for (int i = 0; i < rows.length; i++) {
      String inner = "%s[%d]".formatted(key, i);
      rows[i] = numbers(elements(array.get(i), inner, JsonNode::isNumber, "a number"));
    }
    return rows;
  }

  float[] floats(String key) {
    JsonNode array = elements(key, JsonNode::isNumber, "a number");
    float[] floats = new float[array.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = array.get(i).decimalValue().floatValue();
    }
    return floats;
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).doubleValue();
    }
    return numbers;
  }

  private JsonNode elements(String key, Predicate<JsonNode> type, String expected) {
    return elements(value(key), key, type, expected);
  }

  private JsonNode elements(JsonNode array, String key, Predicate<JsonNode> type, String expected) {
    if (!array.isArray()) {
      throw invalid(key, "expected an array");
    }
    for (int i = 0; i < array.size(); i++) {
      if (!type.test(array.get(i))) {
        throw invalid("%s[%d]".formatted(key, i), "expected %s".formatted(expected));
      }
    }
    return array;
  }

  private JsonNode array(String key) {
    return value(key, JsonNode::isArray, "an array");
  }

  private JsonNode value(String key, Predicate<JsonNode> type, String expected) {
    JsonNode value = value(key);
    if (!type.test(value)) {
      throw invalid(key, "expected %s".formatted(expected));
    }
    return value;
  }

  private JsonNode value(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw invalid(key, "is missing");
    }
    return value;
  }
}
