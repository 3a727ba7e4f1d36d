package org.penstock.evaluate.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.dataset.Grouping;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.ColumnTable.Texts;

/**
 * What a model that was not chosen, or the chosen recipe under another split, says of its test
 * rows.
 *
 * @param split what rows were split by
 * @param candidate its name in {@code project.yaml}
 * @param rows of the training table, ascending
 * @param outputs what is said of each row, row by row
 */
public record Alternative(String split, String candidate, int[] rows, double[] outputs) {

  /** How train names what it predicted from one origin after another. */
  private static final String ROLLING = "rolling";

  boolean isRolling() {
    return split.equals(ROLLING);
  }

  /**
   * Takes the table of {@link org.penstock.evaluation.AlternativePrediction} apart, ordered by
   * split and candidate.
   *
   * @param trainingRows how many rows the training table has
   * @param width how many numbers are said of a row
   * @throws IllegalArgumentException if a row is not one of them, or has more or fewer numbers
   */
  public static List<Alternative> of(ColumnTable table, long trainingRows, int width) {
    Texts splits = (Texts) table.data("split");
    Texts candidates = (Texts) table.data("candidate");
    long[] rows = ((Longs) table.data("row")).values();
    double[] outputs = ((Numbers) table.data("output")).values();
    double[] predictions = ((Numbers) table.data("prediction")).values();
    long[] keys = new long[table.rows()];
    for (int i = 0; i < keys.length; i++) {
      if (rows[i] < 0 || rows[i] >= trainingRows) {
        throw new IllegalArgumentException(
            "An alternative prediction is of row %d, and the training table has %d rows"
                .formatted(rows[i], trainingRows));
      }
      if (outputs[i] != i % width || (i % width > 0 && rows[i] != rows[i - 1])) {
        throw new IllegalArgumentException(
            "Alternative prediction %d is output %.0f of row %d, expected output %d of %d"
                .formatted(i, outputs[i], rows[i], i % width, width));
      }
      keys[i] = (long) splits.codes()[i] << 32 | candidates.codes()[i];
    }
    Grouping parts = Grouping.of(keys);
    int[] sizes = new int[parts.count()];
    for (int code : parts.codes()) {
      sizes[code]++;
    }
    List<int[]> partRows = new ArrayList<>();
    List<double[]> partOutputs = new ArrayList<>();
    for (int size : sizes) {
      partRows.add(new int[size / width]);
      partOutputs.add(new double[size]);
    }
    int[] filled = new int[sizes.length];
    Map<String, Alternative> sorted = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      int part = parts.codes()[i];
      if (filled[part] == 0) {
        String split = splits.dictionary().get(splits.codes()[i]);
        String candidate = candidates.dictionary().get(candidates.codes()[i]);
        sorted.put(
            split + "\n" + candidate,
            new Alternative(split, candidate, partRows.get(part), partOutputs.get(part)));
      }
      partRows.get(part)[filled[part] / width] = (int) rows[i];
      partOutputs.get(part)[filled[part]++] = predictions[i];
    }
    return List.copyOf(sorted.values());
  }
}
