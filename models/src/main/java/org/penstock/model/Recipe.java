package org.penstock.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.MeanOf;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.ClassWeights;
import org.penstock.config.InputSettings;
import org.penstock.row.Task;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.EnsembleScorer;

/**
 * A candidate with its hyperparameters chosen: all that is done to examples before and while a
 * trainer learns from them.
 *
 * @param members of an ensemble; empty for every other candidate
 */
record Recipe(
    Candidate candidate,
    Task task,
    Hyperparameters chosen,
    ClassWeights weights,
    long seed,
    List<Member> members) {

  /**
   * One of those that an ensemble is the mean of.
   *
   * @param recipe the best of its candidate
   * @param curve leads from its probabilities to what is averaged
   */
  record Member(Recipe recipe, Calibration curve) {}

  Recipe {
    members = List.copyOf(members);
  }

  /** The recipe of a candidate that is no ensemble. */
  Recipe(Candidate candidate, Task task, Hyperparameters chosen, ClassWeights weights, long seed) {
    this(candidate, task, chosen, weights, seed, List.of());
  }

  /** The ensemble {@code candidate} of {@code members}, which are at least two. */
  static Recipe ensemble(Candidate candidate, List<Member> members) {
    SortedMap<String, Double> chosen = new TreeMap<>();
    for (Member member : members) {
      member
          .recipe()
          .chosen()
          .values()
          .forEach((name, value) -> chosen.put(member.recipe().name() + "." + name, value));
    }
    Recipe first = members.getFirst().recipe();
    return new Recipe(
        candidate, first.task, new Hyperparameters(chosen), first.weights, first.seed, members);
  }

  String name() {
    return candidate.name();
  }

  /** Returns what learns, with the versions of libraries. */
  String description() {
    if (members.isEmpty()) {
      return trainer().description();
    }
    return "Mean of %s of %s"
        .formatted(
            candidate.meanOf() == MeanOf.RANKS ? "the ranks" : "the predictions",
            members.stream()
                .map(member ->
                    "%s (%s)".formatted(member.recipe().name(), member.recipe().description()))
                .collect(Collectors.joining(", ")));
  }

  private Trainer trainer() {
    return Trainer.of(candidate, task, chosen.values(), seed);
  }

  /**
   * Learns from {@code examples}; the scorer takes missing values however the recipe took them.
   *
   * @param threads the result does not depend on it
   */
  Learned train(Examples examples, int threads) {
    if (!members.isEmpty()) {
      return mean(member -> member.train(examples, threads));
    }
    Examples shown = examples.with(candidate.inputs().features());
    Imputation imputation = imputation(shown);
    Examples filled = imputation.in(shown);
    Learned learned =
        switch (candidate.resample()) {
          case NONE -> trainer().train(weighted(filled), threads);
          case SMOTE -> trainer().train(Smote.balance(filled, seed), threads);
        };
    return imputation.isNone()
        ? learned
        : new Learned(imputation.in(learned.scorer()), learned.model());
  }

  /** The ensemble of what its members have learnt. */
  Learned mean(Function<Recipe, Learned> learned) {
    return new Learned(
        new EnsembleScorer(
            members.stream()
                .map(member ->
                    new EnsembleScorer.Member(
                        learned.apply(member.recipe()).scorer(),
                        member.curve(),
                        1.0 / members.size()))
                .toList()));
  }

  /** Between a number and a missing one there is nothing to add rows to. */
  private Imputation imputation(Examples examples) {
    boolean needsNumbers =
        candidate.resample() == Resample.SMOTE
            && candidate.inputs().missing() == InputSettings.Missing.OWN
            && candidate.inputs().fill().isEmpty();
    return needsNumbers
        ? Imputation.zeros(examples.features())
        : Imputation.of(candidate.inputs(), examples);
  }

  private Examples weighted(Examples examples) {
    return switch (weights) {
      case NONE -> examples;
      case BALANCED -> examples.balanced();
    };
  }
}
