package org.penstock.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Kind;
import org.penstock.row.Part;
import org.penstock.row.Task;

/**
 * A table of examples by column: what the model sees, what it should say, and what belongs
 * together.
 *
 * <p>Arrays are shared, not copied, and must not be changed.
 */
public final class Dataset {

  private final List<Column> features;
  private final double[][] values;
  private final Column label;
  private final double[] labels;
  private final Keys keys;

  Dataset(List<Column> features, double[][] values, Column label, double[] labels, Keys keys) {
    this.features = List.copyOf(features);
    this.values = values;
    this.label = requireNonNull(label, "label");
    this.labels = labels;
    this.keys = keys;
  }

  /**
   * What rows are split by.
   *
   * @param entities a hash of the columns of role ENTITY; the row's number where there is none
   * @param groups a hash of the columns of role GROUP; {@code entities} where there is none
   * @param parts codes of {@link Part}; empty where no column says so
   * @param times microseconds or days since 1970; zero where there is none
   */
  record Keys(
      boolean hasEntities,
      boolean hasTimes,
      boolean hasGroups,
      Kind timeKind,
      long[] entities,
      long[] groups,
      Optional<double[]> parts,
      long[] times) {

    Keys rows(int[] indices) {
      return new Keys(
          hasEntities,
          hasTimes,
          hasGroups,
          timeKind,
          take(entities, indices),
          take(groups, indices),
          parts.map(codes -> take(codes, indices)),
          take(times, indices));
    }
  }

  /**
   * Reads the roles of {@code table}: features, label, entities, groups and times.
   *
   * @throws InvalidDatasetException if there is no row, no feature, not exactly one label column, a
   *     label or key is missing, or a feature has no numbers; all problems at once
   */
  public static Dataset of(ColumnTable table) {
    return new DatasetReader(table).read();
  }

  /** Returns how many examples there are, at least 1. */
  public int rows() {
    return labels.length;
  }

  /** Returns the columns the model sees, in order. */
  public List<Column> features() {
    return features;
  }

  /**
   * Returns the values of the feature with index {@code feature}: NaN where missing, 0 or 1 for
   * booleans, the code of the level for categories.
   */
  public double[] feature(int feature) {
    return values[feature];
  }

  /** Writes the features of {@code row} into {@code into}, in the order of {@link #features()}. */
  public void example(int row, double[] into) {
    for (int i = 0; i < values.length; i++) {
      into[i] = values[i][row];
    }
  }

  /** Returns the column to predict. */
  public Column label() {
    return label;
  }

  /** Returns what to predict: 0 or 1, the code of a level, or a number; never NaN. */
  public double[] labels() {
    return labels;
  }

  /** Returns whether rows belong to entities, so that a random split would share them. */
  public boolean hasEntities() {
    return keys.hasEntities();
  }

  /** Returns whether rows have a time. */
  public boolean hasTimes() {
    return keys.hasTimes();
  }

  /** Returns whether a group was named that is not simply the entity. */
  public boolean hasGroups() {
    return keys.hasGroups();
  }

  /** Returns a key of each row's entity; each row is its own where the data has none. */
  public long[] entities() {
    return keys.entities();
  }

  /** Returns a key of each row's group, which is its entity where no group is named. */
  public long[] groups() {
    return keys.groups();
  }

  /**
   * Returns the part of a given split that each row says it is in, as codes of {@link Part}; empty
   * if no column says so.
   */
  public Optional<double[]> parts() {
    return keys.parts();
  }

  /** Returns whether times are dates, timestamps, or numbers of a unit that is not known. */
  public Kind timeKind() {
    return keys.timeKind();
  }

  /** Returns the event time of each row, in the unit of its column; zeros where there is none. */
  public long[] times() {
    return keys.times();
  }

  /** Returns the examples at {@code indices}, in that order. */
  public Dataset rows(int[] indices) {
    double[][] chosen = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      chosen[i] = take(values[i], indices);
    }
    return new Dataset(features, chosen, label, take(labels, indices), keys.rows(indices));
  }

  /** Returns what a model of these rows is asked for. */
  public Task task() {
    return Task.of(label);
  }

  /** Returns how many labels there are; none of a number. */
  public int classes() {
    return Task.labels(label).size();
  }

  /**
   * Returns how many of {@code rows} have each label, in code order.
   *
   * @throws IllegalStateException if the label is a number
   */
  public int[] counts(int[] rows) {
    if (!task().hasLabels()) {
      throw new IllegalStateException("Values of '%s' are not counted".formatted(label.name()));
    }
    int[] counts = new int[classes()];
    for (int row : rows) {
      counts[(int) labels[row]]++;
    }
    return counts;
  }

  /**
   * Returns this dataset if there is something to learn from its labels.
   *
   * @throws InvalidDatasetException if all rows have the same one, or a number is not finite
   */
  public Dataset requireLearnable() {
    requireFinite();
    for (double value : labels) {
      if (value != labels[0]) {
        return this;
      }
    }
    throw new InvalidDatasetException(
        task().hasLabels()
            ? "Label '%s' is '%s' in all %d rows: with one class only there is nothing to learn"
                .formatted(label.name(), Task.labels(label).get((int) labels[0]), labels.length)
            : "Target '%s' is %s in all %d rows: of a constant there is nothing to learn"
                .formatted(label.name(), labels[0], labels.length));
  }

  private void requireFinite() {
    for (int row = 0; row < labels.length; row++) {
      if (!Double.isFinite(labels[row])) {
        throw new InvalidDatasetException(
            "Target '%s' of row %d is %s, expected a finite number"
                .formatted(label.name(), row, labels[row]));
      }
    }
  }

  private static double[] take(double[] values, int[] indices) {
    double[] chosen = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      chosen[i] = values[indices[i]];
    }
    return chosen;
  }

  private static long[] take(long[] values, int[] indices) {
    long[] chosen = new long[indices.length];
    for (int i = 0; i < indices.length; i++) {
      chosen[i] = values[indices[i]];
    }
    return chosen;
  }
}
