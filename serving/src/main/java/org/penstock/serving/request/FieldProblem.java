package org.penstock.serving.request;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one field of one record of a request.
 *
 * @param record index of the record in the list of the request, from 0
 * @param field name of the field
 * @param code stable, for programs
 * @param message a sentence, for people
 */
public record FieldProblem(int record, String field, Code code, String message) {

  /** The kinds of problems that a field can have. */
  public enum Code {
    /** Records have no field of this name. */
    UNKNOWN_FIELD("unknown-field"),
    /** The record lacks a field that is needed. */
    MISSING_FIELD("missing-field"),
    /** The field is null, and its value is never missing. */
    NULL_FIELD("null-field"),
    /** The record has the field twice. */
    DUPLICATE_FIELD("duplicate-field"),
    /** The value is of another type, or not one of the levels. */
    INVALID_VALUE("invalid-value"),
    /** The number is not in the range of the field. */
    OUT_OF_RANGE("out-of-range");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** Returns the code as answers spell it. */
    public String text() {
      return text;
    }
  }

  public FieldProblem {
    requireNonNull(field, "field");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
