package org.penstock.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.penstock.json.JsonTree.Reading;

/**
 * A JSON object of an own format, taken apart strictly: a field that is missing, of another type or
 * left over at the {@link #end()} is an error, with its path. Not for use by more than one thread.
 */
public final class JsonFields {

  private final String what;
  private final String path;
  private final Map<String, Object> rest;

  /**
   * @param what the document in the words of a message, e.g. {@code "manifest"}
   * @param fields as {@link JsonTree#read} returns them
   */
  public JsonFields(String what, Map<String, ?> fields) {
    this(what, "", fields);
  }

  private JsonFields(String what, String path, Map<String, ?> fields) {
    this.what = requireNonNull(what, "what");
    this.path = path;
    this.rest = new LinkedHashMap<>(fields);
  }

  /** Reads an object and checks its {@code format-version}. */
  public static JsonFields read(String what, int formatVersion, byte[] json) {
    return read(what, formatVersion, json, Reading.DOUBLES);
  }

  /** Reads an object and checks its {@code format-version}. */
  public static JsonFields read(String what, int formatVersion, byte[] json, Reading reading) {
    JsonFields fields;
    try {
      fields = new JsonFields(what, JsonTree.read(json, reading));
    } catch (InvalidJsonException e) {
      throw new InvalidJsonException("The %s is unreadable: %s".formatted(what, e.getMessage()), e);
    }

    long version = fields.integer("format-version");
    if (version != formatVersion) {
      throw new InvalidJsonException(
          "The %s has format-version %d; this program reads %d"
              .formatted(what, version, formatVersion));
    }

    return fields;
  }

  /** Takes apart {@code tree}, which must be an object. */
  public static JsonFields of(String what, Object tree) {
    return new JsonFields(what, Map.of()).fields("", tree);
  }

  /** Takes a text. */
  public String text(String name) {
    return take(name, String.class, "a text");
  }

  /** Takes a text, if there is one. */
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** Takes a text and makes something else of it. */
  public <T> T parsed(String name, Function<String, T> reader) {
    return parsed(name, text(name), reader);
  }

  /** Takes a time as {@link Instant#toString()} writes it. */
  public Instant instant(String name) {
    return parsed(name, Instant::parse);
  }

  /** Takes one of {@code known} by its spelling. */
  public <E extends Enum<E>> E oneOf(String name, Set<E> known, Function<E, String> spelling) {
    String text = text(name);
    for (E candidate : known) {
      if (spelling.apply(candidate).equals(text)) {
        return candidate;
      }
    }
    throw wrong(
        name,
        "is '%s', expected one of %s"
            .formatted(text, new TreeSet<>(known.stream().map(spelling).toList())));
  }

  /** Takes true or false. */
  public boolean truth(String name) {
    return take(name, Boolean.class, "true or false");
  }

  /** Takes a number without a fraction. */
  public long integer(String name) {
    Number number = take(name, Number.class, "an integer");
    if (!(number instanceof Integer || number instanceof Long)) {
      throw wrong(name, "is %s, expected an integer".formatted(number));
    }

    return number.longValue();
  }

  /** Takes a number without a fraction, of 32 bits. */
  public int int32(String name) {
    return take(name, Integer.class, "an integer");
  }

  /** Takes a number without a fraction, if there is one. */
  public OptionalLong optionalInteger(String name) {
    return has(name) ? OptionalLong.of(integer(name)) : OptionalLong.empty();
  }

  /** Takes a number. */
  public double number(String name) {
    return take(name, Number.class, "a number").doubleValue();
  }

  /** Takes a list of texts. */
  public List<String> texts(String name) {
    return elements(name, list(name), String.class, "a text");
  }

  /** Takes a list of numbers without a fraction, of 32 bits. */
  public int[] integers(String name) {
    return elements(name, list(name), Integer.class, "an integer").stream()
        .mapToInt(i -> i)
        .toArray();
  }

  /** Takes a list of numbers. */
  public double[] numbers(String name) {
    return numbers(name, list(name));
  }

  /** Takes a list of lists of numbers. */
  public double[][] rows(String name) {
    List<?> list = list(name);
    double[][] rows = new double[list.size()][];
    for (int i = 0; i < rows.length; i++) {
      String inner = "%s[%d]".formatted(name, i);
      rows[i] = numbers(inner, typed(inner, list.get(i), List.class, "a list"));
    }
    return rows;
  }

  /** Takes a list of numbers, as the floats that are nearest to what is written. */
  public float[] floats(String name) {
    List<Number> list = elements(name, list(name), Number.class, "a number");
    float[] floats = new float[list.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = nearestFloat(list.get(i));
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

  /** Takes a list of objects. */
  public List<JsonFields> objects(String name) {
    List<?> list = list(name);
    List<JsonFields> objects = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      objects.add(fields("%s[%d]".formatted(name, i), list.get(i)));
    }
    return objects;
  }

  /** Takes an object. */
  public JsonFields object(String name) {
    return fields(name, taken(name));
  }

  /** Takes an object as it is, whatever it holds. */
  public Map<String, Object> tree(String name) {
    return map(name, Function.identity());
  }

  /** Takes an object whose keys are free, each value made by {@code reader}. */
  public <T> Map<String, T> map(String name, Function<Object, T> reader) {
    Map<?, ?> map = take(name, Map.class, "an object");
    Map<String, T> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put((String) key, parsed(name + "." + key, value, reader)));
    return result;
  }

  /** Returns whether {@code name} is there and not yet taken. */
  public boolean has(String name) {
    return rest.containsKey(name);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidJsonException if a field was not taken
   */
  public void end() {
    if (!rest.isEmpty()) {
      throw new InvalidJsonException(
          "The %s has unknown fields: %s"
              .formatted(what, rest.keySet().stream().map(this::place).toList()));
    }
  }

  /** Returns the problem that a field has. */
  public InvalidJsonException wrong(String name, String how) {
    return new InvalidJsonException(
        "The field '%s' of the %s %s".formatted(place(name), what, how));
  }

  /** Returns the problem that this object has as a whole. */
  public InvalidJsonException wrong(IllegalArgumentException problem) {
    String at = path.isEmpty() ? "" : " at " + path;
    return new InvalidJsonException(
        "The %s%s: %s".formatted(what, at, problem.getMessage()), problem);
  }

  private String place(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Object taken(String name) {
    Object value = rest.remove(name);
    if (value == null) {
      throw wrong(name, "is missing");
    }

    return value;
  }

  private <T> T take(String name, Class<T> type, String expected) {
    return typed(name, taken(name), type, expected);
  }

  private List<?> list(String name) {
    return take(name, List.class, "a list");
  }

  private double[] numbers(String name, List<?> list) {
    return elements(name, list, Number.class, "a number").stream()
        .mapToDouble(Number::doubleValue)
        .toArray();
  }

  private <T> List<T> elements(String name, List<?> list, Class<T> type, String expected) {
    List<T> elements = new ArrayList<>();
    for (Object element : list) {
      String place = "%s[%d]".formatted(name, elements.size());
      elements.add(typed(place, element, type, expected));
    }
    return elements;
  }

  private <T> T typed(String name, Object value, Class<T> type, String expected) {
    if (!type.isInstance(value)) {
      throw wrong(name, "is %s, expected %s".formatted(shown(value), expected));
    }

    return type.cast(value);
  }

  private static String shown(Object value) {
    return switch (value) {
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "an object";
      case String text -> "'%s'".formatted(text);
      default -> value.toString();
    };
  }

  private <S, T> T parsed(String name, S value, Function<? super S, T> reader) {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException | DateTimeException | ClassCastException e) {
      throw new InvalidJsonException(
          "The field '%s' of the %s is wrong: %s".formatted(place(name), what, e.getMessage()), e);
    }
  }

  private JsonFields fields(String name, Object part) {
    Map<?, ?> map = typed(name, part, Map.class, "an object");
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put((String) key, value));
    return new JsonFields(what, place(name), named);
  }
}
