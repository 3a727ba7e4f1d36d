package org.penstock.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.penstock.config.SplitSettings;

/**
 * The rows to learn from and the rows to judge on.
 *
 * <p>On which side a row falls depends on its key and the seed only, not on other rows: train and
 * evaluate compute the same split, and rows added later move nobody (but for a split by time, and
 * one that keeps the shares of the labels).
 *
 * @param train indices of rows, ascending
 * @param test the others, ascending
 */
public record Split(int[] train, int[] test) {

  /** Fewer examples of a class than this on one side say nothing about it. */
  static final int FEWEST_OF_A_CLASS = 5;

  /**
   * Splits {@code dataset} by {@code rule}.
   *
   * @param seed equal seeds give equal splits; a split by time needs none
   * @throws InvalidDatasetException if the split is random though rows share entities and no reason
   *     is given, if one side is empty, or if a class that occurs has fewer than five examples on a
   *     side
   */
  public static Split of(Dataset dataset, SplitSettings rule, long seed) {
    Split split =
        switch (rule.by()) {
          case GROUP -> byKey(dataset, dataset.groups(), rule, seed);
          case ENTITY -> byKey(dataset, dataset.entities(), rule, seed);
          case TIME -> byTime(dataset, rule);
          case RANDOM -> byRow(dataset, rule, seed);
          case GIVEN -> GivenSplit.of(dataset);
        };
    split.check(dataset, rule);
    return split;
  }

  private static Split byKey(Dataset dataset, long[] keys, SplitSettings rule, long seed) {
    if (rule.stratify()) {
      return Strata.of(dataset, keys, seed).split(rule.test());
    }
    return of(keys.length, row -> Key.fraction(keys[row], seed) < rule.test());
  }

  private static Split byRow(Dataset dataset, SplitSettings rule, long seed) {
    int entities = dataset.hasEntities() ? Grouping.of(dataset.entities()).count() : dataset.rows();
    if (entities < dataset.rows() && rule.forcedBecause().isBlank()) {
      throw new InvalidDatasetException(
          ("A random split puts rows of one entity on both sides, so that the model is judged on"
                  + " what it has seen: %d rows belong to %d entities. Split by entity, group or"
                  + " time; or say why it is right here in split.forced-because")
              .formatted(dataset.rows(), entities));
    }
    return byKey(dataset, LongStream.range(0, dataset.rows()).toArray(), rule, seed);
  }

  /** Rows at one moment stay together: all at or after the moment of the cut are tested. */
  private static Split byTime(Dataset dataset, SplitSettings rule) {
    if (!dataset.hasTimes()) {
      throw new InvalidDatasetException(
          "A split by time needs a column of role EVENT_TIME, and the table has none");
    }
    long[] sorted = dataset.times().clone();
    Arrays.sort(sorted);
    long cut =
        sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * (1 - rule.test())))];
    long[] times = dataset.times();
    return of(times.length, row -> times[row] >= cut);
  }

  static Split of(int rows, IntPredicate inTest) {
    int[] train = new int[rows];
    int[] test = new int[rows];
    int trained = 0;
    int tested = 0;
    for (int row = 0; row < rows; row++) {
      if (inTest.test(row)) {
        test[tested++] = row;
      } else {
        train[trained++] = row;
      }
    }
    return new Split(Arrays.copyOf(train, trained), Arrays.copyOf(test, tested));
  }

  private void check(Dataset dataset, SplitSettings rule) {
    List<String> problems = new ArrayList<>();
    check("train", train, dataset, rule, problems);
    check("test", test, dataset, rule, problems);
    if (!problems.isEmpty()) {
      throw new InvalidDatasetException(problems);
    }
  }

  private static void check(
      String side, int[] rows, Dataset dataset, SplitSettings rule, List<String> problems) {
    if (rows.length == 0) {
      problems.add(
          "The %s split by %s is empty: the %d rows have %s"
              .formatted(side, name(rule), dataset.rows(), kept(dataset, rule)));
      return;
    }

    switch (dataset.task()) {
      case BINARY -> {
        int positives = dataset.counts(rows)[1];
        int fewest = Math.min(positives, rows.length - positives);
        if (fewest < FEWEST_OF_A_CLASS) {
          problems.add(
              "The %s split by %s has %d positive and %d negative labels '%s', expected at least %d of each"
                  .formatted(
                      side,
                      name(rule),
                      positives,
                      rows.length - positives,
                      dataset.label().name(),
                      FEWEST_OF_A_CLASS));
        }
      }
      case CLASSES -> checkClasses(side, rows, dataset, rule, problems);
      case NUMBER -> {}
    }
  }

  /** A level that no row of the table has is nobody's problem. */
  private static void checkClasses(
      String side, int[] rows, Dataset dataset, SplitSettings rule, List<String> problems) {
    int[] all = dataset.counts(IntStream.range(0, dataset.rows()).toArray());
    int[] here = dataset.counts(rows);
    for (int k = 0; k < here.length; k++) {
      if (all[k] > 0 && here[k] < FEWEST_OF_A_CLASS) {
        problems.add(
            "The %s split by %s has %d of the %d rows with label '%s' = '%s', expected at least %d"
                .formatted(
                    side,
                    name(rule),
                    here[k],
                    all[k],
                    dataset.label().name(),
                    dataset.label().levels().get(k),
                    FEWEST_OF_A_CLASS));
      }
    }
  }

  private static String kept(Dataset dataset, SplitSettings rule) {
    return switch (rule.by()) {
      case GROUP -> "%d group(s)".formatted(Grouping.of(dataset.groups()).count());
      case ENTITY -> "%d entity(s)".formatted(Grouping.of(dataset.entities()).count());
      case TIME -> "%d moment(s)".formatted(Grouping.of(dataset.times()).count());
      case GIVEN -> "all rows in other parts";
      case RANDOM -> "too few rows for a share of %s".formatted(rule.test());
    };
  }

  private static String name(SplitSettings rule) {
    return rule.by().name().toLowerCase(Locale.ROOT);
  }
}
