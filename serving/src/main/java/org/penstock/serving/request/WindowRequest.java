package org.penstock.serving.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.EventTimes;
import org.penstock.feature.FeatureView;
import org.penstock.feature.PointInTime;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Clients post the last rows of one or more entities, as the files have them. They are replayed in
 * the order of their times, as in the features step; the answer is for the last row of each entity,
 * entities in the order in which they first appear. Label and id may be absent.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class WindowRequest<R extends Record, F extends Record> implements RequestSchema {

  private static final Set<Role> UNKNOWN = EnumSet.of(Role.LABEL, Role.ID, Role.PART);

  private final FeatureView<R, F> view;
  private final RequestRules rules;
  private final NamedRows<R> rows;
  private final RowSchema<F> features;
  private final int entity;

  WindowRequest(FeatureView<R, F> view, RequestRules rules) {
    this.view = view;
    this.rules = rules;
    this.rows = new NamedRows<>(RowSchema.of(view.rowType()), WindowRequest::mayBeAbsent);
    this.features = RowSchema.of(view.featureType());
    this.entity = rows.schema().indexOf(Role.ENTITY);
  }

  private static boolean mayBeAbsent(Column column) {
    return column.roles().stream().anyMatch(UNKNOWN::contains)
        && !column.is(Role.EVENT_TIME)
        && !column.is(Role.ENTITY);
  }

  @Override
  public Request shape() {
    return Request.WINDOW;
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
    List<R> window = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      rows.row(i, records.get(i), problems).ifPresent(window::add);
    }
    return problems.isEmpty() ? last(window) : List.of();
  }

  /** The sort is stable, as that of the ingest step: of rows at one time the last one counts. */
  private List<Example> last(List<R> window) {
    EventTimes<R> times = new EventTimes<>(rows.schema());
    List<Optional<Object>> entities = window.stream().map(this::entity).distinct().toList();
    Map<Optional<Object>, Example> last = new HashMap<>();
    window.sort(Comparator.comparing(times::of));
    var replay = new PointInTime<>(view, rows.schema(), rules.asOf(), rules.ties());
    for (R row : window) {
      last.put(entity(row), example(row, replay.next(row), times));
    }
    return entities.stream().map(last::get).toList();
  }

  private Example example(R row, F known, EventTimes<R> times) {
    return new Example(
        features.toNumbers(known),
        Optional.of(
            new Example.Moment(
                entity(row), times.exist() ? Optional.of(times.of(row)) : Optional.empty())));
  }

  private Optional<Object> entity(R row) {
    return entity < 0 ? Optional.empty() : Optional.of(rows.schema().value(row, entity));
  }
}
