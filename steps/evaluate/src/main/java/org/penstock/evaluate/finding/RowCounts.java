package org.penstock.evaluate.finding;

import java.util.Arrays;
import java.util.List;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.SharedGroups;
import org.penstock.dataset.Split;

/**
 * How many rows there are, and what they are worth as evidence.
 *
 * @param train rows a model could learn from
 * @param trainLabels how many of them have each label, in code order; empty for a number
 * @param test rows it is judged on
 * @param testLabels how many of them have each label
 * @param testGroups how many groups they belong to: the number of independent observations
 * @param shared entities that are not alone in their group
 */
public record RowCounts(
    long train,
    List<Long> trainLabels,
    long test,
    List<Long> testLabels,
    int testGroups,
    SharedGroups shared) {

  public RowCounts {
    trainLabels = List.copyOf(trainLabels);
    testLabels = List.copyOf(testLabels);
  }

  static RowCounts of(Dataset dataset, Split split, Grouping testGroups) {
    return new RowCounts(
        split.train().length,
        counts(dataset, split.train()),
        split.test().length,
        counts(dataset, split.test()),
        testGroups.count(),
        SharedGroups.of(dataset));
  }

  private static List<Long> counts(Dataset dataset, int[] rows) {
    return dataset.task().hasLabels()
        ? Arrays.stream(dataset.counts(rows)).asLongStream().boxed().toList()
        : List.of();
  }

  /** Returns how many rows of the test split have the second of two labels. */
  public long testPositives() {
    return testLabels.get(1);
  }

  /** Returns the share of the second of two labels in the train split. */
  public double trainBaseRate() {
    return (double) trainLabels.get(1) / train;
  }

  /** Returns the share of the second of two labels in the test split. */
  public double baseRate() {
    return (double) testPositives() / test;
  }
}
