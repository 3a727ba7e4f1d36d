package org.penstock.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A JSON object that is read strictly: a value of another type, a key that is missing, given twice
 * or never asked for is a problem with its path.
 */
final class JsonObject {

  private final Map<?, ?> fields;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private JsonObject(Object value, String path) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new InvalidBundleException("Model bundle: %s: expected an object".formatted(path));
    }
    this.fields = map;
    this.path = path;
  }

  static JsonObject parse(byte[] json) {
    return new JsonObject(JsonTree.read(json), "$");
  }

  String path() {
    return path;
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  Set<String> keys() {
    return new TreeSet<>(fields.keySet().stream().map(String.class::cast).toList());
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

  /** Takes an object of somebody else, whatever it holds. */
  @SuppressWarnings("unchecked") // the keys of a JSON object are texts
  Map<String, Object> tree(String key) {
    return (Map<String, Object>) value(key, Map.class::isInstance, "an object");
  }

  String text(String key) {
    return (String) value(key, String.class::isInstance, "a text");
  }

  boolean truth(String key) {
    return (Boolean) value(key, Boolean.class::isInstance, "true or false");
  }

  int integer(String key) {
    return (Integer) value(key, Integer.class::isInstance, "an integer");
  }

  long longInteger(String key) {
    Predicate<Object> fits = value -> value instanceof Integer || value instanceof Long;
    return ((Number) value(key, fits, "an integer")).longValue();
  }

  double number(String key) {
    return ((Number) value(key, Number.class::isInstance, "a number")).doubleValue();
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
    List<?> array = array(key);
    List<JsonObject> objects = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      objects.add(new JsonObject(array.get(i), "%s.%s[%d]".formatted(path, key, i)));
    }
    return objects;
  }

  List<String> texts(String key) {
    return elements(key, String.class, "a text");
  }

  int[] integers(String key) {
    return elements(key, Integer.class, "an integer").stream().mapToInt(i -> i).toArray();
  }

  double[] numbers(String key) {
    return numbers(elements(key, Number.class, "a number"));
  }

  double[][] rows(String key) {
    List<?> array = array(key);
    double[][] rows = new double[array.size()][];
    for (int i = 0; i < rows.length; i++) {
      String inner = "%s[%d]".formatted(key, i);
      rows[i] = numbers(elements(array.get(i), inner, Number.class, "a number"));
    }
    return rows;
  }

  float[] floats(String key) {
    List<Number> array = elements(key, Number.class, "a number");
    float[] floats = new float[array.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = nearestFloat(array.get(i));
    }
    return floats;
  }

  /** Of the decimal as it is written; by way of a double it would be rounded twice. */
  private static float nearestFloat(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal.floatValue();
      case BigInteger large -> large.floatValue();
      default -> number.floatValue();
    };
  }

  private static double[] numbers(List<Number> array) {
    return array.stream().mapToDouble(Number::doubleValue).toArray();
  }

  private <T> List<T> elements(String key, Class<T> type, String expected) {
    return elements(value(key), key, type, expected);
  }

  private <T> List<T> elements(Object value, String key, Class<T> type, String expected) {
    if (!(value instanceof List<?> array)) {
      throw invalid(key, "expected an array");
    }
    List<T> elements = new ArrayList<>();
    for (Object element : array) {
      if (!type.isInstance(element)) {
        throw invalid("%s[%d]".formatted(key, elements.size()), "expected %s".formatted(expected));
      }
      elements.add(type.cast(element));
    }
    return elements;
  }

  private List<?> array(String key) {
    return (List<?>) value(key, List.class::isInstance, "an array");
  }

  private Object value(String key, Predicate<Object> type, String expected) {
    Object value = value(key);
    if (!type.test(value)) {
      throw invalid(key, "expected %s".formatted(expected));
    }
    return value;
  }

  private Object value(String key) {
    asked.add(key);
    Object value = fields.get(key);
    if (value == null) {
      throw invalid(key, "is missing");
    }
    return value;
  }
}
