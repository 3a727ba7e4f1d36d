package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Data;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Made-up tables with something to learn for tasks of several classes and of a number. */
final class TaskTables {

  static final List<String> MODES = List.of("off", "idle", "load", "fault");

  private TaskTables() {}

  /** Modes by heat and flow, of which no row is ever a fault; ten rows an asset. */
  static Dataset modes(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] heat = new double[rows];
    double[] flow = new double[rows];
    double[] labels = new double[rows];
    for (int row = 0; row < rows; row++) {
      int mode = random.nextInt(3);
      labels[row] = mode;
      heat[row] = 3 * mode + random.nextGaussian();
      flow[row] = random.nextInt(9) == 0 ? Double.NaN : (mode == 1 ? 4 : 0) + random.nextGaussian();
    }
    return dataset(heat, flow, Tables.column("mode", Kind.CATEGORY, MODES, Role.LABEL), labels);
  }

  /** A load that is 3 × heat − 2 × flow and a little noise. */
  static Dataset loads(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] heat = new double[rows];
    double[] flow = new double[rows];
    double[] labels = new double[rows];
    for (int row = 0; row < rows; row++) {
      heat[row] = 10 * random.nextDouble();
      flow[row] = 10 * random.nextDouble();
      labels[row] = 3 * heat[row] - 2 * flow[row] + 0.1 * random.nextGaussian();
    }
    return dataset(heat, flow, Tables.column("load", Kind.DOUBLE, List.of(), Role.LABEL), labels);
  }

  static Dataset dataset(double[] heat, double[] flow, Column label, double[] labels) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Tables.column("heat", Kind.DOUBLE, List.of(), Role.FEATURE),
                Tables.column("flow", Kind.DOUBLE, List.of(), Role.FEATURE),
                label,
                new Column(
                    "asset", Kind.LONG, false, List.of(), 0, 1e9, Set.of(Role.ENTITY), false, "")));
    long[] assets = new long[labels.length];
    for (int row = 0; row < assets.length; row++) {
      assets[row] = row / 10;
    }
    List<Data> data =
        List.of(new Numbers(heat), new Numbers(flow), new Numbers(labels), new Longs(assets));
    return Dataset.of(new ColumnTable(columns, data, labels.length));
  }
}
