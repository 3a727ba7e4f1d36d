package org.penstock.config;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penstock.row.NearestName;
import org.penstock.row.Task;

/** The trainers a candidate may name, with the hyperparameters each of them knows. */
public enum TrainerKind {
  /** Linear regression of a number: {@code l2} is the weight of the penalty. */
  LINEAR(EnumSet.of(Task.NUMBER), Map.of("l2", Limit.NOT_NEGATIVE)),
  /** Logistic regression: {@code l2} is the weight of the penalty, {@code epochs} its passes. */
  LOGISTIC(
      EnumSet.of(Task.BINARY, Task.CLASSES),
      Map.of("l2", Limit.NOT_NEGATIVE, "epochs", Limit.COUNT)),
  /** Gradient boosting of trees; {@code bins}: see {@link #FOREST}. */
  BOOSTING(
      EnumSet.allOf(Task.class),
      Map.ofEntries(
          entry("trees", Limit.COUNT),
          entry("leaves", Limit.COUNT_FROM_TWO),
          entry("depth", Limit.COUNT),
          entry("bins", Limit.COUNT_FROM_TWO),
          entry("rate", Limit.FRACTION),
          entry("min-child-weight", Limit.NOT_NEGATIVE),
          entry("subsample", Limit.FRACTION),
          entry("column-fraction", Limit.FRACTION),
          entry("l1", Limit.NOT_NEGATIVE),
          entry("l2", Limit.NOT_NEGATIVE),
          entry("gamma", Limit.NOT_NEGATIVE))),
  /**
   * A random forest. In how many {@code bins} it sorts the values of a column, between which trees
   * split, is what a node of few rows costs most.
   */
  FOREST(
      EnumSet.allOf(Task.class),
      Map.of(
          "trees", Limit.COUNT,
          "bins", Limit.COUNT_FROM_TWO,
          "depth", Limit.COUNT,
          "min-child-weight", Limit.NOT_NEGATIVE,
          "column-fraction", Limit.FRACTION)),
  /** The mean of other candidates, each at its best. */
  ENSEMBLE(EnumSet.allOf(Task.class), Map.of()),
  /** Averages and slopes by cell: {@code median} 1 takes medians of cells, 0 means. */
  CELLS(EnumSet.of(Task.NUMBER), Map.of("median", Limit.SWITCH)),
  /**
   * A network of two hidden layers, the first of {@code neurons}, the second of half as many. Needs
   * a library that only some programs carry.
   */
  NETWORK(
      EnumSet.of(Task.BINARY, Task.CLASSES),
      Map.of(
          "neurons", Limit.COUNT_FROM_THREE,
          "epochs", Limit.COUNT,
          "batch", Limit.COUNT,
          "rate", Limit.FRACTION)),
  /** The value of the one feature that it sees, a lag of what is to be predicted, as it is. */
  SEASONAL_NAIVE(EnumSet.of(Task.NUMBER), Map.of());

  private final Set<Task> tasks;
  private final Map<String, Limit> limits;

  TrainerKind(Set<Task> tasks, Map<String, Limit> limits) {
    this.tasks = Collections.unmodifiableSet(tasks);
    this.limits = Collections.unmodifiableMap(new TreeMap<>(limits));
  }

  /** Returns whether it learns {@code task}. */
  public boolean learns(Task task) {
    return tasks.contains(task);
  }

  /** Returns the names of its hyperparameters, sorted. */
  public SortedSet<String> hyperparameters() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(limits.keySet()));
  }

  void check(String name, List<Double> values, Violations problems) {
    String path = "hyperparameters." + name;
    Limit limit = limits.get(name);
    if (limit == null) {
      problems.add(
          path,
          "trainer '%s' has no such hyperparameter%s"
              .formatted(Keys.of(this), NearestName.hint(name, limits.keySet())));
      return;
    }

    problems.check(!values.isEmpty(), path, "expected at least one value");
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      problems.check(
          limit.allows(value),
          "%s[%d]".formatted(path, i),
          "expected %s, got %s",
          limit.text,
          value);
    }
  }

  private enum Limit {
    COUNT("a whole number, at least 1"),
    COUNT_FROM_TWO("a whole number, at least 2"),
    COUNT_FROM_THREE("a whole number, at least 3"),
    FRACTION("a number in (0, 1]"),
    NOT_NEGATIVE("a finite number, at least 0"),
    SWITCH("0 or 1");

    private final String text;

    Limit(String text) {
      this.text = text;
    }

    private boolean allows(double value) {
      return switch (this) {
        case COUNT -> value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value);
        case COUNT_FROM_TWO ->
            value >= 2 && value <= Integer.MAX_VALUE && value == Math.rint(value);
        case COUNT_FROM_THREE ->
            value >= 3 && value <= Integer.MAX_VALUE && value == Math.rint(value);
        case FRACTION -> value > 0 && value <= 1;
        case SWITCH -> value == 0 || value == 1;
        case NOT_NEGATIVE -> value >= 0 && value < Double.POSITIVE_INFINITY;
      };
    }
  }
}
