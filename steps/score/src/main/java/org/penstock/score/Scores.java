package org.penstock.score;

import java.util.ArrayList;
import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Data;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;
import org.penstock.row.Role;
import org.penstock.scoring.ModelBundle;

/**
 * What a model says of the rows of a table, by the code that serves: a row has here the very bits
 * that the service answers for it.
 *
 * @param labels in code order
 * @param probabilities by row, then by label; empty for a row that was not scored
 * @param predicted by row the code of the label
 */
record Scores(List<String> labels, double[][] probabilities, int[] predicted) {

  /**
   * Scores {@code rows} of {@code table}.
   *
   * @throws IllegalArgumentException if the table lacks a feature of the model or has it otherwise;
   *     all of them
   */
  static Scores of(ModelBundle model, ColumnTable table, int[] rows) {
    double[][] features = features(model, table);
    double[][] probabilities = new double[table.rows()][0];
    int[] predicted = new int[table.rows()];
    double[] example = new double[features.length];
    for (int row : rows) {
      for (int i = 0; i < features.length; i++) {
        example[i] = features[i][row];
      }
      double[] chances = new double[model.labels().size()];
      model.probabilities(example, chances);
      probabilities[row] = chances;
      predicted[row] =
          chances.length == 2
              ? model.labels().indexOf(model.label(chances[1]))
              : likeliest(chances);
    }
    return new Scores(model.labels(), probabilities, predicted);
  }

  private static int likeliest(double[] chances) {
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      best = chances[i] > chances[best] ? i : best;
    }
    return best;
  }

  private static double[][] features(ModelBundle model, ColumnTable table) {
    List<Column> columns = table.columns(Role.FEATURE);
    List<String> problems = new ArrayList<>();
    double[][] features = new double[model.features().size()][];
    for (int i = 0; i < features.length; i++) {
      Column wanted = model.features().get(i);
      features[i] =
          columns.stream()
              .filter(found -> isSame(wanted, found))
              .findFirst()
              .map(found -> numbers(table.data(found.name())))
              .orElseGet(() -> {
                problems.add(wanted.name());
                return new double[0];
              });
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The model reads features that the table does not have, or has with another kind or other"
              + " levels: %s; the table has %s"
                  .formatted(problems, columns.stream().map(Column::name).toList()));
    }
    return features;
  }

  private static boolean isSame(Column wanted, Column found) {
    return found.name().equals(wanted.name())
        && found.kind() == wanted.kind()
        && found.levels().equals(wanted.levels());
  }

  private static double[] numbers(Data data) {
    return switch (data) {
      case Numbers numbers -> numbers.values();
      case Longs longs -> numbers(longs.values());
      case Texts _ -> throw new IllegalArgumentException("A model reads no texts");
    };
  }

  private static double[] numbers(long[] longs) {
    double[] numbers = new double[longs.length];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = longs[row] == Long.MIN_VALUE ? Double.NaN : longs[row];
    }
    return numbers;
  }
}
