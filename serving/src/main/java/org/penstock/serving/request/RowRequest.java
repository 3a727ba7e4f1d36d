package org.penstock.serving.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.penstock.config.RequestSettings;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.FeatureView;
import org.penstock.row.Column;
import org.penstock.row.Role;

/**
 * Clients post rows as the files have them, each alone: the compiled view makes features of a row
 * that has no history. The label, the id and the entity of a row may be absent.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class RowRequest<R extends Record, F extends Record> implements RequestSchema {

  private final ViewedRows<R, F> viewed;

  RowRequest(FeatureView<R, F> view, RequestSettings settings) {
    this.viewed = new ViewedRows<>(view, settings.features(), EnumSet.of(Role.EVENT_TIME));
  }

  @Override
  public Request shape() {
    return Request.ROWS;
  }

  @Override
  public List<Field> fields() {
    return viewed.rows().fields();
  }

  @Override
  public List<Column> features() {
    return viewed.features();
  }

  @Override
  public Examples examples(List<Map<String, Object>> records, List<FieldProblem> problems) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      viewed.rows().row(i, records.get(i), problems).map(this::example).ifPresent(examples::add);
    }
    return Examples.of(examples);
  }

  private Example example(R row) {
    return Example.of(viewed.numbers(viewed.replay().next(row)));
  }
}
