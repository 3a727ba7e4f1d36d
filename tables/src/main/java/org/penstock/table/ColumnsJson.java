package org.penstock.table;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The columns of a table as JSON, for the footer of its file: {@code {"columns": [{"doc", "kind",
 * "levels", "max", "min", "name", "optional", "personal", "roles"}], "format-version": 1}}. Keys
 * are sorted; an infinite bound is left out.
 */
final class ColumnsJson {

  private static final int FORMAT_VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private ColumnsJson() {}

  static String write(List<Column> columns) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("columns");
      json.writeStartArray();
      columns.forEach(column -> write(column, json));
      json.writeEndArray();
      json.writeName("format-version");
      json.writeNumber(FORMAT_VERSION);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(Column column, JsonGenerator json) {
    json.writeStartObject();
    json.writeName("doc");
    json.writeString(column.doc());
    json.writeName("kind");
    json.writeString(column.kind().name());
    writeTexts("levels", column.levels(), json);
    writeBound("max", column.max(), json);
    writeBound("min", column.min(), json);
    json.writeName("name");
    json.writeString(column.name());
    json.writeName("optional");
    json.writeBoolean(column.optional());
    json.writeName("personal");
    json.writeBoolean(column.personal());
    writeTexts("roles", column.roles().stream().sorted().map(Role::name).toList(), json);
    json.writeEndObject();
  }

  private static void writeTexts(String name, List<String> texts, JsonGenerator json) {
    json.writeName(name);
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void writeBound(String name, double bound, JsonGenerator json) {
    if (Double.isFinite(bound)) {
      json.writeName(name);
      json.writeNumber(bound);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is another version or no such text
   */
  static List<Column> read(String text) {
    List<Column> columns = new ArrayList<>();
    int version = -1;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      require(json.nextToken() == JsonToken.START_OBJECT, json);
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "columns" -> {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              columns.add(column(json));
            }
          }
          case "format-version" -> version = json.getIntValue();
          default -> throw unknown(name);
        }
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The columns of the table are not JSON", e);
    }
    if (version != FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "The columns of the table have format version %d, expected %d"
              .formatted(version, FORMAT_VERSION));
    }
    return columns;
  }

  private static Column column(JsonParser json) {
    String name = "";
    String doc = "";
    Kind kind = Kind.TEXT;
    boolean optional = false;
    boolean personal = false;
    List<String> levels = List.of();
    double min = Double.NEGATIVE_INFINITY;
    double max = Double.POSITIVE_INFINITY;
    Set<Role> roles = EnumSet.noneOf(Role.class);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "doc" -> doc = json.getString();
        case "kind" -> kind = Kind.valueOf(json.getString());
        case "levels" -> levels = texts(json);
        case "max" -> max = json.getDoubleValue();
        case "min" -> min = json.getDoubleValue();
        case "name" -> name = json.getString();
        case "optional" -> optional = json.getBooleanValue();
        case "personal" -> personal = json.getBooleanValue();
        case "roles" -> texts(json).forEach(role -> roles.add(Role.valueOf(role)));
        default -> throw unknown(key);
      }
    }
    return new Column(name, kind, optional, levels, min, max, roles, personal, doc);
  }

  private static List<String> texts(JsonParser json) {
    require(json.currentToken() == JsonToken.START_ARRAY, json);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(json.getString());
    }
    return texts;
  }

  private static void require(boolean expected, JsonParser json) {
    if (!expected) {
      throw new IllegalArgumentException(
          "The columns of the table have an unexpected " + json.currentToken());
    }
  }

  private static IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException(
        "The columns of the table have an unknown key '%s'".formatted(key));
  }
}
