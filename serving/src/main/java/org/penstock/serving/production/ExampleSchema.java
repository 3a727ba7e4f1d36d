package org.penstock.serving.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.row.Column;
import org.penstock.row.Constraint;
import org.penstock.row.Parsed;
import org.penstock.row.Problem;
import org.penstock.row.RowSchema;

/**
 * Makes numbers for the model of named values, by the rules of the feature record. Nothing is
 * guessed: each feature must be named, and one that may be missing is then null.
 *
 * @param <F> the feature record
 */
public final class ExampleSchema<F extends Record> {

  private final RowSchema<F> schema;

  ExampleSchema(RowSchema<F> schema) {
    this.schema = schema;
  }

  /** Returns the features in the order of {@link #numbers}. */
  public List<Column> columns() {
    return schema.columns();
  }

  /**
   * Reads one example.
   *
   * @param index of the record in its request
   * @param named values by feature; null is a missing value
   * @param problems receives everything that is wrong
   * @return one number a feature, missing is NaN; empty if there were problems
   */
  public double[] numbers(int index, Map<String, ?> named, List<FieldProblem> problems) {
    int before = problems.size();
    Parsed<F> parsed = schema.parse(named);
    if (parsed instanceof Parsed.Invalid<F> invalid) {
      invalid.problems().forEach(problem -> problems.add(problem(index, problem, named)));
    }
    for (Column column : schema.columns()) {
      if (column.optional() && !named.containsKey(column.name())) {
        problems.add(absent(index, column));
      }
    }
    return parsed instanceof Parsed.Valid<F> valid && problems.size() == before
        ? schema.toNumbers(valid.row())
        : new double[0];
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

  /** Returns the schema of the feature record {@code type}. */
  public static <F extends Record> ExampleSchema<F> of(Class<F> type) {
    return new ExampleSchema<>(RowSchema.of(type));
  }

  /**
   * Returns every difference between the features of the project as compiled and {@code features}:
   * in number, order, name, kind or levels.
   *
   * @param whose what has {@code features}, for the sentences
   */
  List<String> differences(String whose, List<Column> features) {
    List<String> expected = columns().stream().map(ExampleSchema::signature).toList();
    List<String> found = features.stream().map(ExampleSchema::signature).toList();
    List<String> differences = new ArrayList<>();
    if (!expected.equals(found)) {
      differences.add(
          "The %s has the features %s, but %s has %s: it was made by another version of the project."
              .formatted(whose, found, schema.type().getSimpleName(), expected));
    }
    return differences;
  }

  private static String signature(Column column) {
    return "%s %s%s%s"
        .formatted(
            column.name(),
            column.kind(),
            column.optional() ? "?" : "",
            column.levels().isEmpty() ? "" : column.levels());
  }
}
