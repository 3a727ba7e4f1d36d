package org.penstock.evaluate.finding;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.RollingOrigins;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.ChangeDelays;
import org.penstock.evaluation.ClassPredictions;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Role;

/**
 * How well classes are told apart for each entity of the test split, and how late it is seen that
 * the class of an entity changes. Rows of an entity are in the order of time.
 *
 * @param column the name of the entity
 * @param scores one an entity, in the order in which they appear
 * @param changes of the label, all of them
 * @param timelines of a few entities
 */
public record EntityFindings(
    String column,
    List<Score> scores,
    List<ChangeDelays.Change> changes,
    List<Timeline> timelines) {

  /** More than this many entities nobody reads one by one. */
  private static final int MOST = 50;

  /** Rows that follow each other are alike: an interval draws blocks of them. */
  private static final int BLOCK = 60;

  private static final int DRAWN = 3;
  private static final int DRAWN_ROWS = 720;

  /**
   * One entity.
   *
   * @param macroF1 of the labels that it has or is called, with an interval from blocks of its rows
   */
  public record Score(String entity, int rows, Estimate macroF1) {}

  /**
   * The first rows of one entity.
   *
   * @param times of the rows
   * @param values of the feature, NaN where missing
   * @param labels what happened, as codes
   * @param called what the model says
   */
  public record Timeline(
      String entity,
      Column feature,
      List<LocalDateTime> times,
      double[] values,
      int[] labels,
      int[] called) {}

  public EntityFindings {
    scores = List.copyOf(scores);
    changes = List.copyOf(changes);
    timelines = List.copyOf(timelines);
  }

  /** Returns how late changes are seen. */
  public ChangeDelays delays() {
    return ChangeDelays.of(changes);
  }

  /** Returns how late changes to {@code label} are seen. */
  public ChangeDelays delays(int label) {
    return ChangeDelays.of(changes.stream().filter(change -> change.label() == label).toList());
  }

  /**
   * Looks at the entities of {@code rows}.
   *
   * @param feature that is drawn
   * @return empty if rows have no entity or no time, or there are too many entities
   */
  static Optional<EntityFindings> of(
      ColumnTable table,
      Dataset dataset,
      int[] rows,
      ClassPredictions test,
      Optional<Column> feature,
      Bootstrap bootstrap) {
    if (!dataset.hasEntities() || !dataset.hasTimes()) {
      return Optional.empty();
    }

    int[] series = series(dataset, rows);
    int entities = IntStream.of(series).max().orElse(-1) + 1;
    if (entities > MOST) {
      return Optional.empty();
    }

    Column column = table.columns(Role.ENTITY).getFirst();
    List<Score> scores = new ArrayList<>();
    List<Timeline> timelines = new ArrayList<>();
    for (int entity = 0; entity < entities; entity++) {
      int own = entity;
      int[] places = IntStream.range(0, rows.length).filter(i -> series[i] == own).toArray();
      String name = name(table.data(column.name()), rows[places[0]]);
      scores.add(new Score(name, places.length, macroF1(test.rows(places), bootstrap)));
      if (entity < DRAWN && feature.isPresent()) {
        int[] first = IntStream.of(places).limit(DRAWN_ROWS).toArray();
        timelines.add(timeline(name, feature.get(), dataset, rows, test, first));
      }
    }
    int[] all = IntStream.range(0, rows.length).toArray();
    return Optional.of(
        new EntityFindings(
            column.name(),
            scores,
            ChangeDelays.changes(series, labels(test, all), called(test, all)),
            timelines));
  }

  /** Numbers the entities in the order in which they appear. */
  private static int[] series(Dataset dataset, int[] rows) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[] series = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      series[i] = numbers.computeIfAbsent(dataset.entities()[rows[i]], _ -> numbers.size());
    }
    return series;
  }

  private static String name(ColumnTable.Data data, int row) {
    return switch (data) {
      case Texts texts -> texts.dictionary().get(texts.codes()[row]);
      case Longs longs -> Long.toString(longs.values()[row]);
      case Numbers numbers -> Double.toString(numbers.values()[row]);
    };
  }

  private static Estimate macroF1(ClassPredictions own, Bootstrap bootstrap) {
    long[] blocks = IntStream.range(0, own.rows()).mapToLong(i -> i / BLOCK).toArray();
    Predictions inBlocks =
        new ClassPredictions(own.labels(), own.probabilities(), Grouping.of(blocks));
    return bootstrap.estimate(inBlocks, Cutoff.at(.5)).get(Metric.MACRO_F1);
  }

  private static Timeline timeline(
      String name,
      Column feature,
      Dataset dataset,
      int[] rows,
      ClassPredictions test,
      int[] places) {
    double[] values = dataset.feature(dataset.features().indexOf(feature));
    double[] own = IntStream.of(places).mapToDouble(place -> values[rows[place]]).toArray();
    return new Timeline(
        name,
        feature,
        IntStream.of(places)
            .mapToObj(place -> RollingOrigins.moment(dataset, dataset.times()[rows[place]]))
            .toList(),
        own,
        labels(test, places),
        called(test, places));
  }

  private static int[] labels(ClassPredictions test, int[] places) {
    return IntStream.of(places).map(place -> (int) test.labels()[place]).toArray();
  }

  private static int[] called(ClassPredictions test, int[] places) {
    return IntStream.of(places).map(test::called).toArray();
  }
}
