package org.penstock.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penstock.config.ScoreSettings;
import org.penstock.config.ScoreSettings.Order;
import org.penstock.config.ScoreSettings.Rows;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.NearestName;
import org.penstock.row.Role;
import org.penstock.scoring.ModelBundle;

/**
 * Which rows of a table are scored, which of them are listed, and in which order.
 *
 * @param settings of the project
 * @param model that scores
 */
record RankingRule(ScoreSettings settings, ModelBundle model) {

  /**
   * Returns what the settings say of labels that the model does not know, and of columns that do
   * not fit them; empty if they are good.
   */
  List<String> problems() {
    List<String> labels = model.labels();
    if (labels.isEmpty()) {
      return List.of("score: the list is by the probability of a label, and a number is predicted");
    }
    List<String> problems = new ArrayList<>();
    Stream.concat(settings.listed().stream(), Stream.of(settings.by()).filter(by -> !by.isEmpty()))
        .filter(label -> !labels.contains(label))
        .distinct()
        .map(label -> "score: " + NearestName.unknown("label", label, labels))
        .forEach(problems::add);
    int names = settings.columns().probabilities().size();
    if (names != 0 && names != labels.size()) {
      problems.add(
          "score.columns.probabilities: expected one for each of the labels %s, got %s"
              .formatted(labels, settings.columns().probabilities()));
    }
    return problems;
  }

  /**
   * Scores {@code table}.
   *
   * @throws IllegalArgumentException if the rows cannot be told apart, or their labels be read, or
   *     the table is not one of the model
   */
  Scored score(ColumnTable table) {
    Column id = id(table);
    Ids ids = Ids.of(table, id);
    int[] rows = settings.rows() == Rows.LATEST ? latest(table, ids) : all(table);
    Scores scores = Scores.of(model, table, rows);
    return new Scored(
        rows.length,
        new Ranking(columns(id, table), ids, scores, ordered(listed(table, rows), ids, scores)));
  }

  /** How many rows were scored, and the list. */
  record Scored(int rows, Ranking ranking) {}

  private Column id(ColumnTable table) {
    List<Role> roles =
        settings.rows() == Rows.LATEST
            ? List.of(Role.ENTITY, Role.ID)
            : List.of(Role.ID, Role.ENTITY);
    return roles.stream()
        .flatMap(role -> table.columns(role).stream())
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The rows have no column that names who is scored: neither @Id nor @Entity"));
  }

  private static int[] all(ColumnTable table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  /** The table is in event-time order, so the last row of an entity is its latest. */
  private static int[] latest(ColumnTable table, Ids ids) {
    Map<String, Integer> last = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      last.put(ids.text(row), row);
    }
    return last.values().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private List<Integer> listed(ColumnTable table, int[] rows) {
    if (settings.listed().isEmpty()) {
      return IntStream.of(rows).boxed().toList();
    }

    double[] labels = labels(table);
    List<Integer> codes = settings.listed().stream().map(model.labels()::indexOf).toList();
    return IntStream.of(rows).filter(row -> codes.contains((int) labels[row])).boxed().toList();
  }

  private static double[] labels(ColumnTable table) {
    List<Column> labels = table.columns(Role.LABEL);
    return labels.size() == 1
            && table.data(labels.getFirst().name()) instanceof Numbers(double[] values)
        ? values
        : refuseLabels(labels);
  }

  private static double[] refuseLabels(List<Column> labels) {
    throw new IllegalArgumentException(
        "Who is listed depends on the label, and the table has the labels %s"
            .formatted(labels.stream().map(Column::name).toList()));
  }

  private List<Integer> ordered(List<Integer> rows, Ids ids, Scores scores) {
    int label =
        settings.by().isEmpty() ? model.labels().size() - 1 : model.labels().indexOf(settings.by());
    Comparator<Integer> chance =
        Comparator.comparingDouble(row -> scores.probabilities()[row][label]);
    Comparator<Integer> order = settings.order() == Order.DESCENDING ? chance.reversed() : chance;
    List<Integer> ordered = new ArrayList<>(rows);
    ordered.sort(order.thenComparing(ids::compare));
    return Collections.unmodifiableList(ordered);
  }

  private List<Column> columns(Column id, ColumnTable table) {
    ScoreSettings.Columns names = settings.columns();
    boolean truth =
        table.columns(Role.LABEL).stream().anyMatch(label -> label.kind() == Kind.BOOLEAN);
    List<Column> columns = new ArrayList<>();
    columns.add(
        Ranking.column(
            Optional.of(names.id()).filter(name -> !name.isEmpty()).orElse(id.name()),
            id.kind(),
            List.of(),
            id.personal(),
            id.doc()));
    columns.add(
        Ranking.column(
            names.prediction(),
            truth ? Kind.BOOLEAN : Kind.CATEGORY,
            truth ? List.of() : model.labels(),
            false,
            "What the model predicts"));
    for (int i = 0; i < model.labels().size(); i++) {
      columns.add(
          Ranking.column(
              names.probabilities().isEmpty()
                  ? "probability_" + model.labels().get(i)
                  : names.probabilities().get(i),
              Kind.DOUBLE,
              List.of(),
              false,
              "Probability of '%s'".formatted(model.labels().get(i))));
    }
    return columns;
  }
}
