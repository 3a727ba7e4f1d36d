package org.penstock.serving.production;

import java.util.List;
import org.penstock.row.Column;
import org.penstock.serving.request.RequestSchema;

/**
 * What of the features a model depends on: their number, order, names, kinds and levels.
 *
 * @param type the feature record as compiled
 * @param requests makes those features
 */
record FeatureSignature(Class<? extends Record> type, RequestSchema requests) {

  /**
   * Returns how {@code features} differ from the compiled ones; empty if they do not.
   *
   * @param whose what has {@code features}, for the sentence
   */
  List<String> differences(String whose, List<Column> features) {
    List<String> expected = of(requests.features());
    List<String> found = of(features);
    return expected.equals(found)
        ? List.of()
        : List.of(
            "The %s has the features %s, but %s has %s: it was made by another version of the project."
                .formatted(whose, found, type.getSimpleName(), expected));
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
