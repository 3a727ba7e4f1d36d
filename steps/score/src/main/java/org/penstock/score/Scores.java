package org.penstock.score;

import java.util.Arrays;
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
      predicted[row] = model.predicted(chances);
    }
    return new Scores(model.labels(), probabilities, predicted);
  }

  private static double[][] features(ModelBundle model, ColumnTable table) {
    List<Column> columns = table.columns(Role.FEATURE);
    return Arrays.stream(model.placesIn(columns))
        .mapToObj(place -> numbers(table.data(columns.get(place).name())))
        .toArray(double[][]::new);
  }

  private static double[] numbers(Data data) {
    return switch (data) {
      case Numbers numbers -> numbers.values();
      case Longs longs -> longs.numbers();
      case Texts _ -> throw new IllegalArgumentException("A model reads no texts");
    };
  }
}
