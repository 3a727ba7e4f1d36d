package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;

/**
 * How rows are divided into those a model learns from and those it is judged on.
 *
 * @param by what must not lie on both sides
 * @param group columns which together tell what belongs together; for {@link By#GROUP} only
 * @param test fraction of the groups, entities or rows in the test split, in (0, 1); without
 *     meaning where the split is given
 * @param forcedBecause why a random split is right although the data has entities; empty: it is not
 * @param stratify whether the parts, and the folds of a search, have about equal shares of the
 *     labels; not by time, and not where the split is given
 */
public record SplitSettings(
    By by,
    @Default("[]") List<String> group,
    @Default("0.3") double test,
    @Default("''") String forcedBecause,
    @Default("false") boolean stratify) {

  /** What must not lie on both sides of a split. */
  public enum By {
    /** Rows which agree in the columns of {@link SplitSettings#group}. */
    GROUP,
    /** Rows of one entity. */
    ENTITY,
    /** The past and the future: the test split is the latest. */
    TIME,
    /** Nothing: rows are drawn one by one. */
    RANDOM,
    /** What the rows say themselves: a column says of each which part it is in. */
    GIVEN
  }

  public SplitSettings {
    group = List.copyOf(group);
    var problems = new Violations();
    problems.check(test > 0 && test < 1, "test", "expected a fraction in (0, 1), got %s", test);
    problems.check(
        by != By.GROUP || !group.isEmpty(),
        "group",
        "expected at least one column, since the split is by group");
    problems.check(
        by == By.GROUP || group.isEmpty(),
        "group",
        "expected no column, since the split is not by group");
    problems.check(
        new HashSet<>(group).size() == group.size(),
        "group",
        "expected each column once, got %s",
        group);
    problems.check(
        by == By.RANDOM || forcedBecause.isEmpty(),
        "forced-because",
        "expected nothing, since only a random split is ever forced");
    problems.check(
        !stratify || (by != By.TIME && by != By.GIVEN),
        "stratify",
        "expected false, since the split is %s",
        by == By.TIME ? "by time" : "given");
    problems.throwIfAny();
    requireNonNull(by, "by");
    requireNonNull(forcedBecause, "forcedBecause");
  }

  /** A split that leaves the shares of the labels to chance. */
  public SplitSettings(By by, List<String> group, double test, String forcedBecause) {
    this(by, group, test, forcedBecause, false);
  }
}
