package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.penstock.row.Column;
import org.penstock.row.NearestName;
import org.penstock.row.Task;

/**
 * What is trained, and how the best of it is chosen.
 *
 * @param seed equal seeds give equal models
 * @param metric name of the metric that chooses, as the evaluation spells it
 * @param folds of the search, at least 2
 * @param searchRows how many rows, in whole groups, the search may use; at least 1
 * @param trials combinations of hyperparameters that are tried of each candidate, at least 1
 * @param classWeights weight of the classes while training
 * @param calibration what makes a probability of a score
 * @param cost of the two errors; the threshold makes their sum least
 * @param candidates at least one, of distinct names
 * @param interval around predicted numbers; absent: there are none
 * @param search how combinations are compared
 * @param budget seconds after which the search begins no further combination, at least 1; absent:
 *     it tries all of them. What was left out is told, and depends on the machine
 * @param repeats how the chosen recipe is judged again under other splits, if at all
 */
public record TrainSettings(
    long seed,
    @Default("average-precision") String metric,
    @Default("3") int folds,
    @Default("60000") int searchRows,
    @Default("6") int trials,
    @Default("none") ClassWeights classWeights,
    @Default("none") Calibration calibration,
    @Default("{}") Cost cost,
    List<Candidate> candidates,
    Optional<IntervalSettings> interval,
    @Default("grid") Search search,
    OptionalInt budget,
    Optional<RepeatSettings> repeats) {

  /** How combinations are compared. */
  public enum Search {
    /** Each on all rows of the search. */
    GRID,
    /**
     * All on few rows, the better half on twice as many, and so on; <a
     * href="https://proceedings.mlr.press/v51/jamieson16.html">successive halving</a>.
     */
    HALVING
  }

  /** What makes a probability of a score. */
  public enum Calibration {
    /** The score is taken as it is. */
    NONE,
    /** A logistic curve of two parameters. */
    PLATT,
    /** The best non-decreasing step function. */
    ISOTONIC,
    /** One factor of all log-odds; of several classes too. */
    TEMPERATURE
  }

  /**
   * What one wrong answer costs, in any unit.
   *
   * @param falsePositive of a negative taken for a positive, positive and finite
   * @param falseNegative of a positive taken for a negative, positive and finite
   */
  public record Cost(@Default("1") double falsePositive, @Default("1") double falseNegative) {

    public Cost {
      var problems = new Violations();
      problems.checkPositive(falsePositive, "false-positive");
      problems.checkPositive(falseNegative, "false-negative");
      problems.throwIfAny();
    }
  }

  public TrainSettings {
    candidates = List.copyOf(candidates);
    var problems = new Violations();
    problems.checkMetric(metric, "metric");
    problems.check(folds >= 2, "folds", "expected at least 2, got %d", folds);
    problems.check(searchRows >= 1, "search-rows", "expected at least 1, got %d", searchRows);
    problems.check(trials >= 1, "trials", "expected at least 1, got %d", trials);
    problems.check(
        budget.isEmpty() || budget.getAsInt() >= 1,
        "budget",
        "expected at least 1, got %d",
        budget.orElse(0));
    problems.check(!candidates.isEmpty(), "candidates", "expected at least one candidate");
    var names = new HashSet<String>();
    for (int i = 0; i < candidates.size(); i++) {
      String name = candidates.get(i).name();
      problems.check(
          names.add(name),
          "candidates[%d].name".formatted(i),
          "'%s' is the name of two candidates",
          name);
    }
    checkMembers(candidates, problems);
    problems.throwIfAny();
    requireNonNull(classWeights, "classWeights");
    requireNonNull(calibration, "calibration");
    requireNonNull(cost, "cost");
    requireNonNull(interval, "interval");
    requireNonNull(search, "search");
    requireNonNull(repeats, "repeats");
  }

  /** Settings of a search that tries all combinations and repeats nothing, and no intervals. */
  public TrainSettings(
      long seed,
      String metric,
      int folds,
      int searchRows,
      int trials,
      ClassWeights classWeights,
      Calibration calibration,
      Cost cost,
      List<Candidate> candidates) {
    this(
        seed,
        metric,
        folds,
        searchRows,
        trials,
        classWeights,
        calibration,
        cost,
        candidates,
        Optional.empty(),
        Search.GRID,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static void checkMembers(List<Candidate> candidates, Violations problems) {
    List<String> known =
        candidates.stream()
            .filter(candidate -> candidate.trainer() != TrainerKind.ENSEMBLE)
            .map(Candidate::name)
            .toList();
    for (int i = 0; i < candidates.size(); i++) {
      for (String member : candidates.get(i).members()) {
        problems.check(
            known.contains(member),
            "candidates[%d].members".formatted(i),
            "%s",
            NearestName.unknown("candidate", member, known));
      }
    }
  }

  /**
   * Returns what of these settings cannot be done for {@code task}, or with {@code features}, a
   * sentence each with its path.
   */
  public List<String> problems(Task task, List<Column> features) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      problems.addAll(
          candidates.get(i).problems("train.candidates[%d]".formatted(i), task, features));
    }
    if (interval.isPresent() && task != Task.NUMBER) {
      problems.add(
          "train.interval: expected nothing, since what is predicted is %s"
              .formatted(task.title()));
    }
    if (classWeights != ClassWeights.NONE && !task.hasLabels()) {
      problems.add("train.class-weights: expected none, since the target is a number");
    }
    if (!calibrates(task)) {
      problems.add(
          "train.calibration: expected %s, since what is predicted is %s"
              .formatted(task == Task.CLASSES ? "none or temperature" : "none", task.title()));
    }
    return problems;
  }

  private boolean calibrates(Task task) {
    return switch (calibration) {
      case NONE -> true;
      case TEMPERATURE -> task.hasLabels();
      case PLATT, ISOTONIC -> task == Task.BINARY;
    };
  }
}
