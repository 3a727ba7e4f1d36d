package org.penstock.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.penstock.config.SplitSettings;

/**
 * A division of rows into parts of about equal size for a search, each of which is judged once by
 * what the others taught. Rows of one group share a part.
 */
public final class Folds {

  /** Differs from every seed of a split, so that folds do not follow its order. */
  private static final long SALT = 0x666f6c6473L;

  /** Of rows by time which are learnt from in every fold and judged in none. */
  private static final int BEFORE_ALL = -1;

  private final int[] parts;
  private final int count;
  private final boolean forward;

  private Folds(int[] parts, int count, boolean forward) {
    this.parts = parts;
    this.count = count;
    this.forward = forward;
  }

  /**
   * Divides {@code dataset} as its split wants it: by time, or by group, and with about equal
   * shares of the labels in all parts where the split keeps them.
   *
   * @param count at least 2
   * @throws InvalidDatasetException as {@link #byGroup}
   */
  public static Folds of(Dataset dataset, SplitSettings split, int count, long seed) {
    return split.by() == SplitSettings.By.TIME
        ? byTime(dataset, count)
        : byGroup(dataset, count, seed, split.stratify());
  }

  /**
   * Divides {@code dataset} by group.
   *
   * @param count at least 2
   * @throws InvalidDatasetException if there are fewer groups than folds, or a fold of two classes
   *     has one only, or one of several has all rows of a class
   */
  public static Folds byGroup(Dataset dataset, int count, long seed) {
    return byGroup(dataset, count, seed, false);
  }

  private static Folds byGroup(Dataset dataset, int count, long seed, boolean stratify) {
    if (count < 2) {
      throw new IllegalArgumentException("Folds need to be at least 2, got " + count);
    }
    Grouping groups = Grouping.of(dataset.groups());
    if (groups.count() < count) {
      throw new InvalidDatasetException(
          "%d folds by group need as many groups, the %d rows have %d"
              .formatted(count, dataset.rows(), groups.count()));
    }
    Folds folds =
        new Folds(
            stratify
                ? Strata.of(dataset, dataset.groups(), seed ^ SALT).deal(count)
                : deal(dataset.groups(), groups, count, seed ^ SALT),
            count,
            false);
    folds.check(dataset);
    return folds;
  }

  /**
   * Divides the later half of the rows of {@code dataset} by time; rows of one moment stay
   * together. What judges a fold has learnt from all rows before it, and from none after it.
   *
   * @param count at least 2
   * @throws InvalidDatasetException if rows have no time, or there are too few moments
   */
  public static Folds byTime(Dataset dataset, int count) {
    if (!dataset.hasTimes()) {
      throw new InvalidDatasetException(
          "Folds by time need a column of role EVENT_TIME, and the table has none");
    }
    long[] sorted = Arrays.stream(dataset.times()).sorted().toArray();
    int[] parts = new int[sorted.length];
    Arrays.fill(parts, BEFORE_ALL);
    long[] starts = new long[count];
    for (int fold = 0; fold < count; fold++) {
      starts[fold] = sorted[(int) ((long) sorted.length * (count + fold) / (2L * count))];
      if (starts[fold] <= (fold == 0 ? sorted[0] : starts[fold - 1])) {
        throw new InvalidDatasetException(
            "%d folds by time are too many for %d moments"
                .formatted(count, Grouping.of(dataset.times()).count()));
      }
    }
    for (int row = 0; row < parts.length; row++) {
      for (int fold = 0; fold < count && dataset.times()[row] >= starts[fold]; fold++) {
        parts[row] = fold;
      }
    }
    Folds folds = new Folds(parts, count, true);
    folds.check(dataset);
    return folds;
  }

  /** Deals the groups in the order of their hashes, so that no part is left empty. */
  private static int[] deal(long[] keys, Grouping groups, int count, long seed) {
    long[] hashes = new long[groups.count()];
    for (int row = 0; row < keys.length; row++) {
      hashes[groups.codes()[row]] = Key.combine(seed, keys[row]);
    }
    long[] order = hashes.clone();
    Arrays.sort(order);
    int[] parts = new int[keys.length];
    for (int row = 0; row < keys.length; row++) {
      parts[row] = Arrays.binarySearch(order, hashes[groups.codes()[row]]) % count;
    }
    return parts;
  }

  private void check(Dataset dataset) {
    List<String> problems = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      switch (dataset.task()) {
        case BINARY -> checkBinary(fold, dataset, problems);
        case CLASSES -> checkClasses(fold, dataset, problems);
        case NUMBER -> {}
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidDatasetException(problems);
    }
  }

  private void checkBinary(int fold, Dataset dataset, List<String> problems) {
    int[] rows = fold(fold).test();
    int positives = dataset.counts(rows)[1];
    if (positives == 0 || positives == rows.length) {
      problems.add(
          "Fold %d of %d has %d positive labels '%s' in %d rows: fewer folds or more rows are needed"
              .formatted(fold + 1, count, positives, dataset.label().name(), rows.length));
    }
  }

  private void checkClasses(int fold, Dataset dataset, List<String> problems) {
    int[] learnt = dataset.counts(fold(fold).train());
    int[] judged = dataset.counts(fold(fold).test());
    for (int k = 0; k < learnt.length; k++) {
      if (learnt[k] == 0 && judged[k] > 0) {
        problems.add(
            "Fold %d of %d has all %d rows with label '%s' = '%s': fewer folds or more rows are needed"
                .formatted(
                    fold + 1,
                    count,
                    judged[k],
                    dataset.label().name(),
                    dataset.label().levels().get(k)));
      }
    }
  }

  /** Returns how many folds there are. */
  public int count() {
    return count;
  }

  /** Returns the rows of fold {@code fold}: its test part is judged, its train part learnt from. */
  public Split fold(int fold) {
    IntPredicate judged = row -> parts[row] == fold;
    Split split = Split.of(parts.length, judged);
    return forward
        ? new Split(
            Arrays.stream(split.train()).filter(row -> parts[row] < fold).toArray(), split.test())
        : split;
  }

  /** Returns the rows that are judged in a fold, ascending. */
  public int[] judged() {
    return Split.of(parts.length, row -> parts[row] != BEFORE_ALL).test();
  }
}
