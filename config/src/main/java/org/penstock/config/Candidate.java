package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to learn that competes with the others of its project.
 *
 * @param name lower case with dashes, unique among the candidates
 * @param trainer what learns
 * @param resample what is done to the rows of the classes before training
 * @param objective what boosting minimises of a number
 * @param hyperparameters name to the values that the search may choose from; a hyperparameter that
 *     is not named keeps the trainer's own value
 */
public record Candidate(
    String name,
    TrainerKind trainer,
    @Default("none") Resample resample,
    @Default("squared-error") Objective objective,
    @Default("{}") Map<String, List<Double>> hyperparameters) {

  /** What boosting minimises of a number. */
  public enum Objective {
    /** The squared error: the model says means. */
    SQUARED_ERROR,
    /** The absolute error: the model says medians, and outliers move it less. */
    ABSOLUTE_ERROR
  }

  /** What is done to the rows of the classes before training. */
  public enum Resample {
    /** Nothing. */
    NONE,
    /**
     * Rows of the rare class are added between neighbours until the classes are equal; <a
     * href="https://doi.org/10.1613/jair.953">SMOTE</a>.
     */
    SMOTE
  }

  public Candidate {
    hyperparameters = sorted(hyperparameters);
    var problems = new Violations();
    problems.check(
        name.matches("[a-z][a-z0-9-]*"), "name", "expected a-z, 0-9 and '-', got '%s'", name);
    problems.check(
        objective == Objective.SQUARED_ERROR || trainer == TrainerKind.BOOSTING,
        "objective",
        "expected nothing, since only boosting has a choice");
    for (var entry : hyperparameters.entrySet()) {
      trainer.check(entry.getKey(), entry.getValue(), problems);
    }
    problems.throwIfAny();
    requireNonNull(trainer, "trainer");
    requireNonNull(resample, "resample");
    requireNonNull(objective, "objective");
  }

  /** A candidate of the usual objective. */
  public Candidate(
      String name,
      TrainerKind trainer,
      Resample resample,
      Map<String, List<Double>> hyperparameters) {
    this(name, trainer, resample, Objective.SQUARED_ERROR, hyperparameters);
  }

  private static Map<String, List<Double>> sorted(Map<String, List<Double>> hyperparameters) {
    var sorted = new TreeMap<String, List<Double>>();
    hyperparameters.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(sorted);
  }
}
