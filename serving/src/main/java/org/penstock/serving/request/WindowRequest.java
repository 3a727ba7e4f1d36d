package org.penstock.serving.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.RepairSettings;
import org.penstock.config.RequestSettings;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.ArrivalOrder;
import org.penstock.feature.EventTimes;
import org.penstock.feature.FeatureView;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Repairs;
import org.penstock.row.Column;
import org.penstock.row.Role;

/**
 * Clients post the last rows of one or more entities, as the files have them. They are sorted by
 * time, put right by the rules of the project and replayed, all as in a run; the answer is for the
 * last row of each entity, entities in the order in which they first appear. Label and id may be
 * absent.
 *
 * @param <R> the row record
 * @param <F> the feature record
 */
final class WindowRequest<R extends Record, F extends Record> implements RequestSchema {

  private final ViewedRows<R, F> viewed;
  private final RepairSettings rules;
  private final int entity;

  WindowRequest(FeatureView<R, F> view, RequestSettings settings) {
    this.viewed =
        new ViewedRows<>(view, settings.features(), EnumSet.of(Role.EVENT_TIME, Role.ENTITY));
    this.rules = settings.repairs();
    this.entity = viewed.schema().indexOf(Role.ENTITY);
  }

  @Override
  public Request shape() {
    return Request.WINDOW;
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
    List<R> window = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      viewed.rows().row(i, records.get(i), problems).ifPresent(window::add);
    }
    return problems.isEmpty() ? last(window) : Examples.of(List.of());
  }

  private Examples last(List<R> window) {
    EventTimes<R> times = new EventTimes<>(viewed.schema());
    ArrivalOrder<R> order = new ArrivalOrder<>(viewed.schema());
    window.forEach(order::add);
    List<Optional<Object>> entities = window.stream().map(this::entity).distinct().toList();
    window.sort(Comparator.comparing(times::of)); // stable, as that of the ingest step
    Repairs<R> repairs = new Repairs<>(viewed.schema(), rules);
    PointInTime<R, F> replay = viewed.replay();
    Map<Optional<Object>, Example> last = new HashMap<>();
    for (R row : rules.any() ? repairs.all(window) : window) {
      last.put(entity(row), example(row, replay.next(row), times));
    }
    return new Examples(
        entities.stream().map(last::get).toList(),
        Optional.of(new Repaired(order.late(), repairs.counts())));
  }

  private Example example(R row, F known, EventTimes<R> times) {
    return new Example(
        viewed.numbers(known),
        Optional.of(
            new Example.Moment(
                entity(row), times.exist() ? Optional.of(times.of(row)) : Optional.empty())));
  }

  private Optional<Object> entity(R row) {
    return entity < 0 ? Optional.empty() : Optional.of(viewed.schema().value(row, entity));
  }
}
