package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Data;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Made-up tables with every kind of feature, missing values, a constant and something to learn. */
final class Tables {

  static final List<String> HOMES = List.of("house", "flat", "büro");

  private Tables() {}

  /** Five rows a group; a row in two hundred has no feature at all. */
  static Dataset learnable(int rows, long seed) {
    Random random = new Random(seed);
    double[][] values = new double[5][rows];
    double[] labels = new double[rows];
    long[] groups = new long[rows];
    for (int row = 0; row < rows; row++) {
      groups[row] = row / 5;
      values[0][row] = random.nextInt(20);
      values[1][row] = random.nextInt(5) == 0 ? Double.NaN : 100 * random.nextGaussian();
      values[2][row] = random.nextInt(2);
      values[3][row] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(3);
      values[4][row] = 7;
      double odds = 0.15 * values[0][row] + 2 * values[2][row] - 4;
      odds += Double.isNaN(values[1][row]) ? 1 : values[1][row] / 100;
      odds += values[3][row] == 1 ? 1.5 : 0;
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
      if (random.nextInt(200) == 0) {
        for (double[] column : values) {
          column[row] = Double.NaN;
        }
      }
    }
    return dataset(values, labels, groups);
  }

  static Dataset dataset(double[][] values, double[] labels, long[] groups) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                column("visits", Kind.INT, List.of(), Role.FEATURE),
                column("balance", Kind.DOUBLE, List.of(), Role.FEATURE),
                column("owner", Kind.BOOLEAN, List.of(), Role.FEATURE),
                column("home", Kind.CATEGORY, HOMES, Role.FEATURE),
                column("always_seven", Kind.INT, List.of(), Role.FEATURE)));
    List<Data> data = new ArrayList<>();
    for (double[] column : values) {
      data.add(new Numbers(column));
    }
    columns.add(column("bought", Kind.BOOLEAN, List.of(), Role.LABEL));
    data.add(new Numbers(labels));
    columns.add(column("client", Kind.LONG, List.of(), Role.ENTITY));
    data.add(new Longs(groups));
    return Dataset.of(new ColumnTable(columns, data, labels.length));
  }

  static Column column(String name, Kind kind, List<String> levels, Role role) {
    return new Column(
        name,
        kind,
        role == Role.FEATURE,
        levels,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(role),
        false,
        "");
  }

  static Examples all(Dataset dataset) {
    int[] rows = new int[dataset.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
    return Examples.of(dataset, rows);
  }
}
