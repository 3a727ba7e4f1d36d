package org.penstock.serving.request;

import java.util.List;
import java.util.Map;
import org.penstock.config.RequestSettings;
import org.penstock.config.ServingSettings;
import org.penstock.feature.FeatureView;
import org.penstock.row.Column;

/**
 * Makes what the model scores of the records of a request. Nothing is guessed: what is not known is
 * null, and what is wrong is said of every field of every record. Immutable, so used by any number
 * of threads.
 */
public sealed interface RequestSchema permits FeatureRequest, RowRequest, WindowRequest {

  /** Returns what a record is. */
  ServingSettings.Request shape();

  /** Returns the fields of a record; their order means nothing. */
  List<Field> fields();

  /** Returns the features of an example, in order. */
  List<Column> features();

  /**
   * Reads the records of one request.
   *
   * @param records values by field; null is a missing value
   * @param problems receives everything that is wrong
   * @return what to score; of no use if there were problems
   */
  Examples examples(List<Map<String, Object>> records, List<FieldProblem> problems);

  /** Returns the schema of requests for the features of {@code view}. */
  static <R extends Record, F extends Record> RequestSchema of(
      FeatureView<R, F> view, RequestSettings settings) {
    return switch (settings.request()) {
      case FEATURES -> new FeatureRequest<>(view.featureType());
      case ROWS -> new RowRequest<>(view, settings);
      case WINDOW -> new WindowRequest<>(view, settings);
    };
  }
}
