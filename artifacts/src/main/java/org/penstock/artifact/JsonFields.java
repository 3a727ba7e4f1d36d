package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A JSON object of an own format, taken apart strictly: a field that is missing, of another type or
 * left over at the {@link #end()} is an error. Not for use by more than one thread.
 */
public final class JsonFields {

  private final String what;
  private final Map<String, Object> rest;

  /**
   * @param what the object in the words of a message, e.g. {@code "manifest"}
   * @param fields as {@link CanonicalJson#read} returns them
   */
  public JsonFields(String what, Map<String, ?> fields) {
    this.what = requireNonNull(what, "what");
    this.rest = new LinkedHashMap<>(fields);
  }

  /** Reads an object and checks its {@code format-version}. */
  public static JsonFields read(String what, int formatVersion, byte[] json) {
    JsonFields fields;
    try {
      fields = new JsonFields(what, CanonicalJson.read(json));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The %s is unreadable: %s".formatted(what, e.getMessage()), e);
    }

    long version = fields.integer("format-version");
    if (version != formatVersion) {
      throw new IllegalArgumentException(
          "The %s has format-version %d; this program reads %d"
              .formatted(what, version, formatVersion));
    }

    return fields;
  }

  /** Takes apart {@code tree}, which must be an object. */
  public static JsonFields of(String what, Object tree) {
    return new JsonFields(what, Map.of()).fields("", tree);
  }

  /** Takes a string. */
  public String text(String name) {
    return take(name, String.class);
  }

  /** Takes a string, if there is one. */
  public Optional<String> optionalText(String name) {
    return rest.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** Takes true or false. */
  public boolean truth(String name) {
    return take(name, Boolean.class);
  }

  /** Takes a number without a fraction. */
  public long integer(String name) {
    Number number = take(name, Number.class);
    if (!(number instanceof Integer || number instanceof Long)) {
      throw wrong(name, "is %s, expected an integer".formatted(number));
    }

    return number.longValue();
  }

  /** Takes a number without a fraction, if there is one. */
  public OptionalLong optionalInteger(String name) {
    return rest.containsKey(name) ? OptionalLong.of(integer(name)) : OptionalLong.empty();
  }

  /** Takes a number. */
  public double number(String name) {
    return take(name, Number.class).doubleValue();
  }

  /** Takes a digest as {@link Sha256#toString()} writes it. */
  public Sha256 digest(String name) {
    return parsed(name, text(name), Sha256::parse);
  }

  /** Takes a time as {@link Instant#toString()} writes it. */
  public Instant instant(String name) {
    return parsed(name, text(name), Instant::parse);
  }

  /** Takes a list of strings. */
  public List<String> texts(String name) {
    List<?> list = take(name, List.class);
    return list.stream()
        .map(part -> part instanceof String text ? text : badPart(name, part, "texts"))
        .toList();
  }

  /** Takes a list of objects. */
  public List<JsonFields> objects(String name) {
    List<?> list = take(name, List.class);
    return list.stream().map(part -> fields(name, part)).toList();
  }

  /** Takes an object. */
  public JsonFields object(String name) {
    return fields(name, take(name, Map.class));
  }

  /** Takes an object whose keys are free, each value made by {@code reader}. */
  public <T> Map<String, T> map(String name, Function<Object, T> reader) {
    Map<?, ?> map = take(name, Map.class);
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
   * @throws IllegalArgumentException if a field was not taken
   */
  public void end() {
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          "The %s has unknown fields: %s".formatted(what, rest.keySet()));
    }
  }

  private <T> T take(String name, Class<T> type) {
    Object value = rest.remove(name);
    if (value == null) {
      throw wrong(name, "is missing");
    }

    if (!type.isInstance(value)) {
      throw wrong(
          name,
          "is %s, expected %s".formatted(value, type.getSimpleName().toLowerCase(Locale.ROOT)));
    }

    return type.cast(value);
  }

  private <S, T> T parsed(String name, S value, Function<? super S, T> reader) {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException | DateTimeException | ClassCastException e) {
      throw new IllegalArgumentException(
          "The field '%s' of the %s is wrong: %s".formatted(name, what, e.getMessage()), e);
    }
  }

  private JsonFields fields(String name, Object part) {
    if (!(part instanceof Map<?, ?> map)) {
      throw wrong(name, "has %s, expected objects".formatted(part));
    }

    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put((String) key, value));
    return new JsonFields(name.isEmpty() ? what : what + "." + name, named);
  }

  private String badPart(String name, Object part, String expected) {
    throw wrong(name, "has %s, expected %s".formatted(part, expected));
  }

  private IllegalArgumentException wrong(String name, String how) {
    return new IllegalArgumentException("The field '%s' of the %s %s".formatted(name, what, how));
  }
}
