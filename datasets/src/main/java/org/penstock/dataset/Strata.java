package org.penstock.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Groups of rows in an order in which the shares of the labels are about the same in every stretch:
 * first by stratum, then by a hash of their key.
 *
 * <p>The stratum of a group is its most frequent label, of equally frequent ones the later; for a
 * number it is the fifth of all groups in which its mean lies.
 *
 * @param groups of the rows
 * @param strata of each group
 * @param order of the groups
 */
record Strata(Grouping groups, int[] strata, int[] order) {

  private static final int OF_NUMBERS = 5;

  static Strata of(Dataset dataset, long[] keys, long seed) {
    Grouping groups = Grouping.of(keys);
    int[] strata =
        dataset.task().hasLabels() ? ofLabels(dataset, groups) : ofMeans(dataset, groups);
    long[] hashes = new long[groups.count()];
    for (int row = 0; row < keys.length; row++) {
      hashes[groups.codes()[row]] = Key.combine(seed, keys[row]);
    }
    int[] order =
        IntStream.range(0, groups.count())
            .boxed()
            .sorted(
                Comparator.comparing((Integer group) -> strata[group])
                    .thenComparing(group -> hashes[group]))
            .mapToInt(group -> group)
            .toArray();
    return new Strata(groups, strata, order);
  }

  private static int[] ofLabels(Dataset dataset, Grouping groups) {
    int[][] counts = new int[groups.count()][dataset.classes()];
    for (int row = 0; row < dataset.rows(); row++) {
      counts[groups.codes()[row]][(int) dataset.labels()[row]]++;
    }
    int[] strata = new int[counts.length];
    for (int group = 0; group < strata.length; group++) {
      for (int k = 0; k < counts[group].length; k++) {
        strata[group] = counts[group][k] >= counts[group][strata[group]] ? k : strata[group];
      }
    }
    return strata;
  }

  private static int[] ofMeans(Dataset dataset, Grouping groups) {
    double[] means = new double[groups.count()];
    int[] sizes = new int[groups.count()];
    for (int row = 0; row < dataset.rows(); row++) {
      means[groups.codes()[row]] += dataset.labels()[row];
      sizes[groups.codes()[row]]++;
    }
    for (int group = 0; group < means.length; group++) {
      means[group] /= sizes[group];
    }
    double[] sorted = means.clone();
    Arrays.sort(sorted);
    double[] starts = new double[OF_NUMBERS];
    for (int i = 0; i < OF_NUMBERS; i++) {
      starts[i] = sorted[i * sorted.length / OF_NUMBERS];
    }
    return Arrays.stream(means)
        .mapToInt(mean -> (int) Arrays.stream(starts).filter(start -> start <= mean).count() - 1)
        .toArray();
  }

  /**
   * Splits so that {@code share} of the rows of every stratum is tested, as near as groups allow.
   */
  Split split(double share) {
    int[] sizes = new int[groups.count()];
    for (int code : groups.codes()) {
      sizes[code]++;
    }
    long[] rows = new long[Arrays.stream(strata).max().orElseThrow() + 1];
    for (int group = 0; group < sizes.length; group++) {
      rows[strata[group]] += sizes[group];
    }
    boolean[] tested = new boolean[sizes.length];
    long[] seen = new long[rows.length];
    for (int group : order) {
      int stratum = strata[group];
      tested[group] = seen[stratum] + sizes[group] / 2.0 <= share * rows[stratum];
      seen[stratum] += sizes[group];
    }
    return Split.of(groups.codes().length, row -> tested[groups.codes()[row]]);
  }

  /** Deals the groups into {@code count} parts; returns the part of each row. */
  int[] deal(int count) {
    int[] parts = new int[groups.count()];
    for (int place = 0; place < order.length; place++) {
      parts[order[place]] = place % count;
    }
    return Arrays.stream(groups.codes()).map(group -> parts[group]).toArray();
  }
}
