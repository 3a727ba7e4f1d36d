package org.penstock.serving.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a body that is a list, or an object with nothing but that list.
 *
 * <p>The body may be hostile: its size, depth, names, texts and numbers are bounded, and whatever
 * is not one JSON text of UTF-8 (RFC 8259) is refused with the place.
 */
final class JsonBody {

  /** Bodies above this size are refused before they are read. */
  static final int MAX_BYTES = 4 << 20;

  /** So many records are scored without keeping other requests waiting. */
  static final int MAX_ITEMS = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNameLength(200)
                  .maxNumberLength(400)
                  .maxStringLength(10_000)
                  .build())
          .build();

  private JsonBody() {}

  /** Reads one item of a list; the parser stands at its first token. */
  @FunctionalInterface
  interface ItemReader<T> {
    T read(JsonParser json, int index);
  }

  /**
   * Reads the list.
   *
   * @param name of the only field of the object that may stand around the list
   * @throws MalformedBodyException if the body is anything else
   */
  static <T> List<T> list(byte[] body, String name, ItemReader<T> items) {
    CharBuffer text = text(body);
    try (JsonParser json =
        FACTORY.createParser(
            ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.length())) {
      boolean wrapped = json.nextToken() == JsonToken.START_OBJECT;
      if (wrapped && !name.equals(json.nextName())) {
        throw shape(name);
      }

      if ((wrapped ? json.nextToken() : json.currentToken()) != JsonToken.START_ARRAY) {
        throw shape(name);
      }

      List<T> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (list.size() == MAX_ITEMS) {
          throw new MalformedBodyException(
              "too-many-items", "The list has more than %d items".formatted(MAX_ITEMS));
        }
        list.add(items.read(json, list.size()));
      }
      if ((wrapped && json.nextToken() != JsonToken.END_OBJECT) || json.nextToken() != null) {
        throw shape(name);
      }

      return list;
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** Reads the fields of an object; the parser stands before the name of the first. */
  @FunctionalInterface
  interface FieldsReader {
    void read(JsonParser json);
  }

  /**
   * Reads an object.
   *
   * @param fields must read to the end of the object
   * @throws MalformedBodyException if the body is anything else
   */
  static void object(byte[] body, FieldsReader fields) {
    CharBuffer text = text(body);
    try (JsonParser json =
        FACTORY.createParser(
            ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedBodyException("malformed-json", "Expected an object");
      }

      fields.read(json);
      if (json.nextToken() != null) {
        throw new MalformedBodyException("malformed-json", "Expected an object and nothing else");
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static MalformedBodyException malformed(JacksonException e) {
    if (e instanceof StreamConstraintsException constraint) {
      return new MalformedBodyException(
          "malformed-json",
          "The JSON is out of bounds: %s"
              .formatted(constraint.getOriginalMessage().replaceFirst(", from `.*`", "")));
    }
    TokenStreamLocation place = e.getLocation();
    return new MalformedBodyException(
        "malformed-json",
        "The body is not valid JSON%s: line %d, column %d"
            .formatted(
                e.getOriginalMessage().startsWith("Non-standard token")
                    ? ", which has no NaN and no infinity; a missing value is null"
                    : "",
                place.getLineNr(),
                place.getColumnNr()));
  }

  private static CharBuffer text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw new MalformedBodyException("malformed-json", "The body is not UTF-8");
    }
  }

  private static MalformedBodyException shape(String name) {
    return new MalformedBodyException(
        "malformed-json", "Expected a list, or an object with the list '%s' only".formatted(name));
  }
}
