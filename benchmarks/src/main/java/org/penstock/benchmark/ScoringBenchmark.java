package org.penstock.benchmark;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.scoring.ModelBundle;
import org.penstock.table.ParquetColumns;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.Regressor;

/**
 * Times scoring of one row after another, by the bundle that is served and by Tribuo's own model of
 * boosted trees, and counts the bytes that it allocates.
 *
 * <p>Arguments: the artifacts {@code model} and {@code tribuo} of a run, and its training table.
 */
public final class ScoringBenchmark {

  private static final int ROUNDS = 21;
  private static final int WARM_UP = 10;
  private static final int ROWS = 100_000;

  /** Tribuo's model makes a native matrix a call; it gets fewer rows, or one would wait. */
  private static final int TRIBUO_ROWS = 2_000;

  private ScoringBenchmark() {}

  /** Scores all rows once, and returns something that depends on every score. */
  @FunctionalInterface
  private interface Scoring {
    double run();
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    ModelBundle bundle = ModelBundle.read(Path.of(args[0]));
    double[][] rows = rows(Path.of(args[2]));
    measure("bundle", rows.length, () -> sum(bundle, rows));

    Model<Regressor> tribuo =
        Model.deserializeFromFile(Path.of(args[1])).castModel(Regressor.class);
    List<Example<Regressor>> examples = examples(bundle.features(), rows);
    measure("tribuo", examples.size(), () -> sum(tribuo, examples));
  }

  private static double[][] rows(Path training) throws IOException {
    List<String> names =
        ParquetColumns.columns(training).stream()
            .filter(column -> column.roles().stream().anyMatch(ScoringBenchmark::isNeeded))
            .map(Column::name)
            .toList();
    Dataset dataset = Dataset.of(ParquetColumns.read(training, names));
    double[][] rows = new double[Math.min(ROWS, dataset.rows())][dataset.features().size()];
    for (int row = 0; row < rows.length; row++) {
      dataset.example((int) ((long) row * dataset.rows() / rows.length), rows[row]);
    }
    return rows;
  }

  private static boolean isNeeded(Role role) {
    return role == Role.FEATURE || role == Role.LABEL;
  }

  private static List<Example<Regressor>> examples(List<Column> features, double[][] rows) {
    List<Example<Regressor>> examples = new ArrayList<>();
    for (double[] row : Arrays.copyOf(rows, Math.min(TRIBUO_ROWS, rows.length))) {
      Example<Regressor> example = new ArrayExample<>(new Regressor("label", 0));
      for (int i = 0; i < row.length; i++) {
        if (!Double.isNaN(row[i])) {
          example.add(new Feature(features.get(i).name(), row[i]));
        }
      }
      examples.add(example);
    }
    return examples;
  }

  private static double sum(ModelBundle bundle, double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      sum += bundle.probability(row);
    }
    return sum;
  }

  private static double sum(Model<Regressor> model, List<Example<Regressor>> examples) {
    double sum = 0;
    for (Example<Regressor> example : examples) {
      sum += model.predict(example).getOutput().getValues()[0];
    }
    return sum;
  }

  private static void measure(String name, int rows, Scoring scoring) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double checksum = 0;
    double[] nanos = new double[ROUNDS];
    long[] bytes = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      checksum += scoring.run();
      long time = System.nanoTime() - start;
      if (round >= 0) {
        nanos[round] = (double) time / rows;
        bytes[round] = threads.getCurrentThreadAllocatedBytes() - allocated;
      }
    }
    Arrays.sort(nanos);
    Arrays.sort(bytes);
    System.out.printf(
        Locale.ROOT,
        "%-8s %,10.0f ns a row (%,.0f to %,.0f), %.3f bytes a row, checksum %s%n",
        name,
        nanos[ROUNDS / 2],
        nanos[0],
        nanos[ROUNDS - 1],
        (double) bytes[ROUNDS / 2] / rows,
        checksum);
  }
}
