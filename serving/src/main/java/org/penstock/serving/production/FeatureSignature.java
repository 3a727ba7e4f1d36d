package org.penstock.serving.production;

import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

/**
 * What of the features a model depends on: their number, order, names, kinds and levels.
 *
 * @param record the feature record as compiled
 * @param expected its columns
 */
record FeatureSignature(String record, List<Column> expected) {

  static FeatureSignature of(Class<? extends Record> type) {
    return new FeatureSignature(type.getSimpleName(), RowSchema.of(type).columns());
  }

  /**
   * Returns how {@code features} differ from the compiled ones; empty if they do not.
   *
   * @param whose what has {@code features}, for the sentence
   */
  List<String> differences(String whose, List<Column> features) {
    List<String> compiled = of(expected);
    List<String> found = of(features);
    return compiled.equals(found)
        ? List.of()
        : List.of(
            "The %s has the features %s, but %s has %s: it was made by another version of the project."
                .formatted(whose, found, record, compiled));
  }

  private static List<String> of(List<Column> columns) {
    return columns.stream()
        .map(column ->
            "%s %s%s%s"
                .formatted(
                    column.name(),
                    column.kind(),
                    column.optional() ? "?" : "",
                    column.levels().isEmpty() ? "" : column.levels()))
        .toList();
  }
}
