package org.penstock.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

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
   * Divides {@code dataset} by group.
   *
   * @param count at least 2
   * @throws InvalidDatasetException if there are fewer groups than folds, or the validation rows of
   *     a fold of a binary label have one class only
   */
  public static Folds byGroup(Dataset dataset, int count, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("Folds need to be at least 2, got " + count);
    }
    Grouping groups = Grouping.of(dataset.groups());
    if (groups.count() < count) {
      throw new InvalidDatasetException(
          "%d folds by group need as many groups, the %d rows have %d"
              .formatted(count, dataset.rows(), groups.count()));
    }
    Folds folds = new Folds(deal(dataset.groups(), groups, count, seed ^ SALT), count);
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
    if (!dataset.isBinary()) {
      return;
    }

    List<String> problems = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      int[] rows = fold(fold).test();
      int positives = dataset.positives(rows);
      if (positives == 0 || positives == rows.length) {
        problems.add(
            "Fold %d of %d has %d positive labels '%s' in %d rows: fewer folds or more rows are needed"
                .formatted(fold + 1, count, positives, dataset.label().name(), rows.length));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidDatasetException(problems);
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
