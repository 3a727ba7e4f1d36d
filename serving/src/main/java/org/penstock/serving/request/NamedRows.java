package org.penstock.serving.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.penstock.row.Column;
import org.penstock.row.Constraint;
import org.penstock.row.Parsed;
import org.penstock.row.Problem;
import org.penstock.row.RowSchema;

/**
 * Reads a record of a request by the rules of a record type. Each column must be named, also one
 * that may be missing, which is then null; but for those which nobody knows before the answer.
 *
 * @param schema of the record type
 * @param unknown says of a column whether it may be absent, whatever its type
 * @param <R> the record type
 */
record NamedRows<R extends Record>(RowSchema<R> schema, Predicate<Column> unknown) {

  List<Field> fields() {
    return schema.columns().stream()
        .map(column -> new Field(column, !unknown.test(column)))
        .toList();
  }

  /**
   * Reads one record.
   *
   * @param index of the record in its request
   * @param named values by column
   * @param problems receives everything that is wrong
   * @return empty if anything is
   */
  Optional<R> row(int index, Map<String, Object> named, List<FieldProblem> problems) {
    int before = problems.size();
    Parsed<R> parsed = schema.parse(named, unknown);
    if (parsed instanceof Parsed.Invalid<R> invalid) {
      invalid.problems().forEach(problem -> problems.add(problem(index, problem, named)));
    }
    for (Column column : schema.columns()) {
      if (column.optional() && !unknown.test(column) && !named.containsKey(column.name())) {
        problems.add(absent(index, column));
      }
    }
    return parsed instanceof Parsed.Valid<R> valid && problems.size() == before
        ? Optional.of(valid.row())
        : Optional.empty();
  }

  private static FieldProblem absent(int index, Column column) {
    return new FieldProblem(
        index,
        column.name(),
        FieldProblem.Code.MISSING_FIELD,
        "'%s' is absent; a missing value is written as null".formatted(column.name()));
  }

  private FieldProblem problem(int index, Problem problem, Map<String, ?> named) {
    return new FieldProblem(
        index, problem.column(), code(problem.column(), named), problem.toString());
  }

  private FieldProblem.Code code(String field, Map<String, ?> named) {
    int column = schema.indexOf(field);
    if (column < 0) {
      return FieldProblem.Code.UNKNOWN_FIELD;
    }

    if (!named.containsKey(field)) {
      return FieldProblem.Code.MISSING_FIELD;
    }

    return switch (named.get(field)) {
      case null -> FieldProblem.Code.NULL_FIELD;
      case Number number
          when isNumber(column)
              && !Constraint.of(schema.columns().get(column)).allows(number.doubleValue()) ->
          FieldProblem.Code.OUT_OF_RANGE;
      default -> FieldProblem.Code.INVALID_VALUE;
    };
  }

  private boolean isNumber(int column) {
    return switch (schema.columns().get(column).kind()) {
      case INT, LONG, DOUBLE -> true;
      case BOOLEAN, CATEGORY, TEXT, DATE, TIMESTAMP -> false;
    };
  }
}
