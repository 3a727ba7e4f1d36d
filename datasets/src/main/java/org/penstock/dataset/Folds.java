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

  private final int[] parts;
  private final int count;

  private Folds(int[] parts, int count) {
    this.parts = parts;
    this.count = count;
  }

  /**
   * Divides {@code dataset} as its split wants it: by group, and with about equal shares of the
   * labels in all parts where the split keeps them.
   *
   * @param count at least 2
   * @throws InvalidDatasetException as {@link #byGroup}
   */
  public static Folds of(Dataset dataset, SplitSettings split, int count, long seed) {
    return byGroup(dataset, count, seed, split.stratify());
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
            count);
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

  /** Returns the rows of fold {@code fold}: its test part is judged, the others are learnt from. */
  public Split fold(int fold) {
    IntPredicate judged = row -> parts[row] == fold;
    return Split.of(parts.length, judged);
  }
}
