package org.penstock.serving.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penstock.serving.request.Examples;
import org.penstock.serving.request.FieldProblem;
import org.penstock.serving.request.RequestSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the named records of a request into what the model scores. */
final class NamedRecords {

  private final List<FieldProblem> problems = new ArrayList<>();

  private NamedRecords() {}

  /**
   * Reads all records, in order.
   *
   * @throws MalformedBodyException if the body is no list of objects
   * @throws InvalidRecordsException with every problem of every record
   */
  static Examples read(byte[] body, RequestSchema schema) {
    NamedRecords records = new NamedRecords();
    List<Map<String, Object>> named = JsonBody.list(body, "records", records::record);
    Examples examples = schema.examples(named, records.problems);
    if (!records.problems.isEmpty()) {
      records.problems.sort(Comparator.comparingInt(FieldProblem::record));
      throw new InvalidRecordsException(records.problems);
    }

    return examples;
  }

  private Map<String, Object> record(JsonParser json, int index) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedBodyException(
          "malformed-json",
          "Record %d is not an object, expected its fields by name".formatted(index));
    }

    Map<String, Object> named = new HashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      Object value = value(json);
      if (named.containsKey(name)) {
        problems.add(
            new FieldProblem(
                index,
                name,
                FieldProblem.Code.DUPLICATE_FIELD,
                "'%s' is in the record twice".formatted(name)));
      }
      named.put(name, value);
    }
    return named;
  }

  private static Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case START_OBJECT -> skipped(json, new Nested("{…}"));
      case START_ARRAY -> skipped(json, new Nested("[…]"));
      default -> throw new IllegalStateException("No value begins with " + json.currentToken());
    };
  }

  private static Nested skipped(JsonParser json, Nested nested) {
    json.skipChildren();
    return nested;
  }

  /** A value that no feature can have. */
  private record Nested(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
