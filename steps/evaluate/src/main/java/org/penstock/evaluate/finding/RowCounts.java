package org.penstock.evaluate.finding;

import org.penstock.dataset.Dataset;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.SharedGroups;
import org.penstock.dataset.Split;

/**
 * How many rows there are, and what they are worth as evidence.
 *
 * @param train rows a model could learn from
 * @param trainBaseRate share of the positive ones among them
 * @param test rows it is judged on
 * @param testPositives the positive ones among them
 * @param testGroups how many groups they belong to: the number of independent observations
 * @param shared entities that are not alone in their group
 */
public record RowCounts(
    long train,
    double trainBaseRate,
    long test,
    long testPositives,
    int testGroups,
    SharedGroups shared) {

  static RowCounts of(Dataset dataset, Split split, Grouping testGroups) {
    return new RowCounts(
        split.train().length,
        (double) positives(dataset, split.train()) / split.train().length,
        split.test().length,
        positives(dataset, split.test()),
        testGroups.count(),
        SharedGroups.of(dataset));
  }

  private static long positives(Dataset dataset, int[] rows) {
    long positives = 0;
    for (int row : rows) {
      if (dataset.labels()[row] == 1) {
        positives++;
      }
    }
    return positives;
  }

  /** Returns the share of positive rows in the test split. */
  public double baseRate() {
    return (double) testPositives / test;
  }
}
