package org.penstock.serving.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.config.ServingSettings.Request;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

/**
 * Clients post features, all of them, as the feature record has them: they keep their own history.
 *
 * @param <F> the feature record
 */
final class FeatureRequest<F extends Record> implements RequestSchema {

  private final NamedRows<F> records;

  FeatureRequest(Class<F> type) {
    this.records = new NamedRows<>(RowSchema.of(type), _ -> false);
  }

  @Override
  public Request shape() {
    return Request.FEATURES;
  }

  @Override
  public List<Field> fields() {
    return records.fields();
  }

  @Override
  public List<Column> features() {
    return records.schema().columns();
  }

  @Override
  public Examples examples(List<Map<String, Object>> named, List<FieldProblem> problems) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      records
          .row(i, named.get(i), problems)
          .map(records.schema()::toNumbers)
          .map(Example::of)
          .ifPresent(examples::add);
    }
    return Examples.of(examples);
  }
}
