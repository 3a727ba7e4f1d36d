package org.penstock.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.penstock.row.Column;
import org.penstock.row.Kind;

/**
 * Adds rows of the rarer class until both classes are equal: each lies at a random place on the way
 * from a row of that class to one of its five nearest neighbours in it, by distance of the numbers
 * as they are. N. Chawla et al., <a href="https://doi.org/10.1613/jair.953">SMOTE</a> (2002).
 *
 * <p>Whole numbers are truncated towards zero, as imbalanced-learn does where pandas keeps a column
 * of integers: so a feature of kind INT, LONG or BOOLEAN that is never missing. One that may be
 * missing is a column of floats in pandas, and keeps its fraction. It matters: by 1.6 points of
 * accuracy on credit-risk. A category is copied from the row itself.
 */
final class Smote {

  private static final int NEIGHBOURS = 5;

  private final Examples examples;
  private final SplittableRandom random;
  private final boolean[] whole;
  private final boolean[] category;

  private Smote(Examples examples, long seed) {
    this.examples = examples;
    this.random = new SplittableRandom(seed);
    List<Column> features = examples.features();
    this.whole = new boolean[features.size()];
    this.category = new boolean[features.size()];
    for (int i = 0; i < whole.length; i++) {
      Column column = features.get(i);
      category[i] = column.kind() == Kind.CATEGORY;
      whole[i] = column.kind() != Kind.DOUBLE && !category[i] && !column.optional();
    }
  }

  /**
   * Returns {@code examples} and the added rows after them, all of weight 1.
   *
   * @param examples without missing numbers, of both classes; a class of one row alone is repeated
   */
  static Examples balance(Examples examples, long seed) {
    return new Smote(examples, seed).balance();
  }

  private Examples balance() {
    int[] rare = rarer();
    int added = examples.rows() - 2 * rare.length;
    Neighbours neighbours = new Neighbours(points(rare), NEIGHBOURS);
    int[][] nearest = new int[rare.length][];
    double[][] values = new double[examples.values().length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOf(examples.values()[i], examples.rows() + added);
    }
    for (int row = examples.rows(); row < examples.rows() + added; row++) {
      int base = random.nextInt(rare.length);
      if (nearest[base] == null) {
        nearest[base] = neighbours.of(base);
      }
      int[] near = nearest[base];
      int other = near.length == 0 ? base : near[random.nextInt(near.length)];
      add(values, row, rare[base], rare[other], random.nextDouble());
    }
    double[] labels = Arrays.copyOf(examples.labels(), examples.rows() + added);
    Arrays.fill(labels, examples.rows(), labels.length, examples.labels()[rare[0]]);
    return new Examples(
        examples.features(), values, examples.label(), labels, Examples.ones(labels.length));
  }

  private void add(double[][] values, int row, int base, int other, double share) {
    for (int i = 0; i < values.length; i++) {
      double from = values[i][base];
      double between = from + share * (values[i][other] - from);
      values[i][row] = category[i] ? from : whole[i] ? truncated(between) : between;
    }
  }

  private static double truncated(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  private int[] rarer() {
    int positives = 0;
    for (double label : examples.labels()) {
      positives += (int) label;
    }
    double rare = 2L * positives <= examples.rows() ? 1 : 0;
    int[] rows = new int[rare == 1 ? positives : examples.rows() - positives];
    int size = 0;
    for (int row = 0; row < examples.rows(); row++) {
      if (examples.labels()[row] == rare) {
        rows[size++] = row;
      }
    }
    return rows;
  }

  /** Where the rows lie: their numbers. */
  private double[][] points(int[] rows) {
    List<double[]> columns = new ArrayList<>();
    for (int i = 0; i < category.length; i++) {
      if (!category[i]) {
        columns.add(examples.values()[i]);
      }
    }
    double[][] points = new double[rows.length][columns.size()];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < columns.size(); i++) {
        points[row][i] = columns.get(i)[rows[row]];
      }
    }
    return points;
  }
}
