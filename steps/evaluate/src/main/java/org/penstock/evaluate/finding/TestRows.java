package org.penstock.evaluate.finding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Predictions;
import org.penstock.row.ColumnTable;

/**
 * The rows that a model is judged on.
 *
 * @param table all rows, train and test
 * @param dataset the same, ready for a model
 * @param split which of them are which
 */
record TestRows(ColumnTable table, Dataset dataset, Split split) {

  /** Returns which rows of the table they are, ascending. */
  int[] rows() {
    return split.test();
  }

  /** Returns what is said of {@code rows} of the table beside what is true of them. */
  Predictions predictions(int[] rows, double[] outputs) {
    double[] labels = new double[rows.length];
    long[] groups = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = dataset.labels()[rows[i]];
      groups[i] = dataset.groups()[rows[i]];
    }
    return Predictions.of(dataset.task(), labels, outputs, Grouping.of(groups));
  }

  /** Returns the features that have one value, or none, in all rows of the train split. */
  List<String> constantFeatures() {
    return IntStream.range(0, dataset.features().size())
        .filter(i ->
            Arrays.stream(split.train())
                    .mapToLong(row -> Double.doubleToLongBits(dataset.feature(i)[row]))
                    .distinct()
                    .limit(2)
                    .count()
                < 2)
        .mapToObj(i -> dataset.features().get(i).name())
        .toList();
  }
}
