package org.penstock.serving.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.penstock.serving.request.FieldProblem;
import tools.jackson.core.JsonGenerator;

/**
 * Why a request has no other answer.
 *
 * @param code stable, for programs
 * @param message a sentence, for people
 * @param field the first field that is wrong, if a field is
 * @param problems of every field of every record, the first hundred
 */
record ErrorAnswer(String code, String message, Optional<String> field, List<FieldProblem> problems)
    implements Answer {

  ErrorAnswer {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    requireNonNull(field, "field");
    problems = List.copyOf(problems);
  }

  ErrorAnswer(String code, String message) {
    this(code, message, Optional.empty(), List.of());
  }

  ErrorAnswer(String code, String message, String field) {
    this(code, message, Optional.of(field), List.of());
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", code);
    json.writeStringProperty("message", message);
    field.ifPresent(name -> json.writeStringProperty("field", name));
    if (!problems.isEmpty()) {
      json.writeArrayPropertyStart("problems");
      problems.forEach(problem -> write(problem, json));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(FieldProblem problem, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("record", problem.record());
    json.writeStringProperty("field", problem.field());
    json.writeStringProperty("code", problem.code().text());
    json.writeStringProperty("message", problem.message());
    json.writeEndObject();
  }
}
