package org.penstock.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The search for a model, as train writes it and evaluate shows it: canonical JSON of {@code
 * RecordTree}, read strictly by {@code RecordReader}.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param metric the key of the metric that chose
 * @param folds by group, of the train split
 * @param rows of the train split that the search used
 * @param seed of folds and trials
 * @param trials every combination tried, in order; exactly one is chosen
 */
public record Trials(
    int formatVersion, String metric, int folds, long rows, long seed, List<Trial> trials) {

  /** The format of this code. */
  public static final int FORMAT_VERSION = 1;

  /**
   * One candidate with one combination of hyperparameters.
   *
   * @param candidate its name in {@code project.yaml}
   * @param trainer the kind of trainer, e.g. {@code boosting}
   * @param hyperparameters those that were given, by name
   * @param scores the metric on each fold
   * @param mean of the scores
   * @param chosen whether the model was trained with it
   */
  public record Trial(
      String candidate,
      String trainer,
      Map<String, Double> hyperparameters,
      List<Double> scores,
      double mean,
      boolean chosen) {

    public Trial {
      requireNonNull(candidate, "candidate");
      requireNonNull(trainer, "trainer");
      hyperparameters = Collections.unmodifiableMap(new TreeMap<>(hyperparameters));
      scores = List.copyOf(scores);
    }
  }

  public Trials {
    if (formatVersion != FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "Trials of format version %d; this code reads %d"
              .formatted(formatVersion, FORMAT_VERSION));
    }
    Metric.named(metric);
    trials = List.copyOf(trials);
    long chosen = trials.stream().filter(Trial::chosen).count();
    if (chosen != 1) {
      throw new IllegalArgumentException(
          "Exactly one of %d trials must be chosen, got %d".formatted(trials.size(), chosen));
    }
  }
}
