package org.penstock.config;

import static java.util.Objects.requireNonNull;

/**
 * How often the chosen recipe is judged again under other splits, to show how much of a figure is
 * the luck of one split.
 *
 * @param by what is repeated
 * @param folds of each division, at least 2; for {@link By#FOLD} only
 * @param times how often, at least 1
 */
public record RepeatSettings(
    @Default("fold") By by, @Default("5") int folds, @Default("2") int times) {

  /** What is repeated. */
  public enum By {
    /** A division of all rows into folds, each of which is judged by what the others taught. */
    FOLD,
    /** The split of the project with another seed. */
    SPLIT
  }

  public RepeatSettings {
    var problems = new Violations();
    problems.check(folds >= 2, "folds", "expected at least 2, got %d", folds);
    problems.check(times >= 1, "times", "expected at least 1, got %d", times);
    problems.throwIfAny();
    requireNonNull(by, "by");
  }

  /** Returns how many models are trained. */
  public int models() {
    return by == By.FOLD ? folds * times : times;
  }
}
