package org.penstock.serving.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.FeatureView;
import org.penstock.feature.PointInTime;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Clients post rows as the files have them, each alone: the compiled view makes features of a row
 * that has no history. The label, the id and the entity of a row may be absent.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class RowRequest<R extends Record, F extends Record> implements RequestSchema {

  private static final Set<Role> UNKNOWN = EnumSet.of(Role.LABEL, Role.ID, Role.ENTITY, Role.PART);

  private final FeatureView<R, F> view;
  private final RequestRules rules;
  private final NamedRows<R> rows;
  private final RowSchema<F> features;

  RowRequest(FeatureView<R, F> view, RequestRules rules) {
    this.view = view;
    this.rules = rules;
    this.rows = new NamedRows<>(RowSchema.of(view.rowType()), RowRequest::mayBeAbsent);
    this.features = RowSchema.of(view.featureType());
  }

  private static boolean mayBeAbsent(Column column) {
    return column.roles().stream().anyMatch(UNKNOWN::contains) && !column.is(Role.EVENT_TIME);
  }

  @Override
  public Request shape() {
    return Request.ROWS;
  }

  @Override
  public List<Field> fields() {
    return rows.fields();
  }

  @Override
  public List<Column> features() {
    return features.columns();
  }

  @Override
  public List<Example> examples(List<Map<String, Object>> records, List<FieldProblem> problems) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      rows.row(i, records.get(i), problems).map(this::example).ifPresent(examples::add);
    }
    return examples;
  }

  private Example example(R row) {
    var alone = new PointInTime<>(view, rows.schema(), rules.asOf(), rules.ties());
    return Example.of(features.toNumbers(alone.next(row)));
  }
}
