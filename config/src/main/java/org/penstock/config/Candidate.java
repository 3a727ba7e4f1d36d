package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Task;

/**
 * One way to learn that competes with the others of its project.
 *
 * @param name lower case with dashes, unique among the candidates
 * @param trainer what learns
 * @param resample what is done to the rows of the classes before training
 * @param objective what boosting minimises of a number
 * @param classWeights weight of the classes while it trains; absent: as for all candidates
 * @param inputs what it sees of the features
 * @param members names of the candidates whose mean an ensemble is
 * @param meanOf what an ensemble takes the mean of
 * @param hyperparameters name to the values that the search may choose from; a hyperparameter that
 *     is not named keeps the trainer's own value
 * @param cells what the trainer {@code cells} adds up, in this order; of no other trainer
 */
public record Candidate(
    String name,
    TrainerKind trainer,
    @Default("none") Resample resample,
    @Default("squared-error") Objective objective,
    Optional<ClassWeights> classWeights,
    @Default("{}") InputSettings inputs,
    @Default("[]") List<String> members,
    @Default("predictions") MeanOf meanOf,
    @Default("{}") Map<String, List<Double>> hyperparameters,
    @Default("[]") List<CellsTerm> cells) {

  /** What an ensemble takes the mean of. */
  public enum MeanOf {
    /** What the members predict: their probabilities or numbers. */
    PREDICTIONS,
    /**
     * Where each member ranks a row among those it had not seen: members whose probabilities mean
     * different things count alike.
     */
    RANKS
  }

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
    members = List.copyOf(members);
    cells = List.copyOf(cells);
    var problems = new Violations();
    problems.check(
        name.matches("[a-z][a-z0-9-]*"), "name", "expected a-z, 0-9 and '-', got '%s'", name);
    problems.check(
        objective == Objective.SQUARED_ERROR || trainer == TrainerKind.BOOSTING,
        "objective",
        "expected nothing, since only boosting has a choice");
    checkEnsemble(trainer, members, meanOf, problems);
    for (var entry : hyperparameters.entrySet()) {
      trainer.check(entry.getKey(), entry.getValue(), problems);
    }
    problems.check(
        cells.isEmpty() == (trainer != TrainerKind.CELLS),
        "cells",
        trainer == TrainerKind.CELLS
            ? "expected at least one term"
            : "expected nothing, since only the trainer 'cells' reads it");
    problems.check(
        trainer != TrainerKind.SEASONAL_NAIVE || inputs.features().size() == 1,
        "inputs.features",
        "expected the one feature that is predicted as it is, got %s",
        inputs.features());
    problems.throwIfAny();
    requireNonNull(trainer, "trainer");
    requireNonNull(resample, "resample");
    requireNonNull(objective, "objective");
    requireNonNull(classWeights, "classWeights");
    requireNonNull(inputs, "inputs");
  }

  private static void checkEnsemble(
      TrainerKind trainer, List<String> members, MeanOf meanOf, Violations problems) {
    if (trainer != TrainerKind.ENSEMBLE) {
      problems.check(
          members.isEmpty(), "members", "expected none, since only an ensemble has members");
      problems.check(
          meanOf == MeanOf.PREDICTIONS,
          "mean-of",
          "expected nothing, since only an ensemble takes a mean");
      return;
    }

    problems.check(members.size() >= 2, "members", "expected at least two, got %s", members);
    problems.check(
        new HashSet<>(members).size() == members.size(),
        "members",
        "expected each candidate once, got %s",
        members);
  }

  /** A candidate of no cells. */
  public Candidate(
      String name,
      TrainerKind trainer,
      Resample resample,
      Objective objective,
      Optional<ClassWeights> classWeights,
      InputSettings inputs,
      List<String> members,
      MeanOf meanOf,
      Map<String, List<Double>> hyperparameters) {
    this(
        name,
        trainer,
        resample,
        objective,
        classWeights,
        inputs,
        members,
        meanOf,
        hyperparameters,
        List.of());
  }

  /** A candidate of the usual objective. */
  public Candidate(
      String name,
      TrainerKind trainer,
      Resample resample,
      Map<String, List<Double>> hyperparameters) {
    this(
        name,
        trainer,
        resample,
        Objective.SQUARED_ERROR,
        Optional.empty(),
        new InputSettings(),
        List.of(),
        MeanOf.PREDICTIONS,
        hyperparameters,
        List.of());
  }

  /** Returns what of it cannot be done for {@code task}, or with {@code features}. */
  List<String> problems(String path, Task task, List<Column> features) {
    List<String> problems = new ArrayList<>();
    if (!trainer.learns(task)) {
      problems.add(
          "%s.trainer: '%s' does not learn %s".formatted(path, Keys.of(trainer), task.title()));
    }
    if (resample != Resample.NONE && task != Task.BINARY) {
      problems.add(
          "%s.resample: expected none, since the label is of %s".formatted(path, task.title()));
    }
    if (objective != Objective.SQUARED_ERROR && task != Task.NUMBER) {
      problems.add(
          "%s.objective: expected nothing, since the label is of %s".formatted(path, task.title()));
    }
    if (meanOf == MeanOf.RANKS && task != Task.BINARY) {
      problems.add(
          "%s.mean-of: expected predictions, since the label is of %s"
              .formatted(path, task.title()));
    }
    if (classWeights.orElse(ClassWeights.NONE) != ClassWeights.NONE && !task.hasLabels()) {
      problems.add("%s.class-weights: expected none, since the target is a number".formatted(path));
    }
    problems.addAll(inputs.problems(path + ".inputs", features));
    if (trainer == TrainerKind.SEASONAL_NAIVE) {
      features.stream()
          .filter(column -> inputs.features().contains(column.name()))
          .filter(column -> column.kind() == Kind.CATEGORY)
          .map(column ->
              "%s.inputs.features: '%s' is a category, expected a number"
                  .formatted(path, column.name()))
          .forEach(problems::add);
    }
    return problems;
  }

  private static Map<String, List<Double>> sorted(Map<String, List<Double>> hyperparameters) {
    var sorted = new TreeMap<String, List<Double>>();
    hyperparameters.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(sorted);
  }
}
