package org.penstock.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.penstock.config.Default;

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
 * @param leftOut how many combinations the budget of seconds left out
 * @param repeats the chosen recipe under other splits
 */
public record Trials(
    int formatVersion,
    String metric,
    int folds,
    long rows,
    long seed,
    List<Trial> trials,
    @Default("0") int leftOut,
    Optional<Repeats> repeats) {

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
   * @param rows on how many it was judged, where those are fewer than {@link Trials#rows}
   */
  public record Trial(
      String candidate,
      String trainer,
      Map<String, Double> hyperparameters,
      List<Double> scores,
      double mean,
      boolean chosen,
      OptionalInt rows) {

    /** A trial on all rows. */
    public Trial(
        String candidate,
        String trainer,
        Map<String, Double> hyperparameters,
        List<Double> scores,
        double mean,
        boolean chosen) {
      this(candidate, trainer, hyperparameters, scores, mean, chosen, OptionalInt.empty());
    }

    public Trial {
      requireNonNull(candidate, "candidate");
      requireNonNull(trainer, "trainer");
      hyperparameters = Collections.unmodifiableMap(new TreeMap<>(hyperparameters));
      scores = List.copyOf(scores);
    }
  }

  /**
   * The chosen recipe judged again under other splits of all rows.
   *
   * @param by {@code fold} or {@code split}
   * @param folds of each division; 1 for splits
   * @param times how often
   * @param metrics by key, one value a fold or split; those that some of them do not define are
   *     left out
   */
  public record Repeats(String by, int folds, int times, Map<String, List<Double>> metrics) {

    public Repeats {
      requireNonNull(by, "by");
      metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
  }

  /** A search that left nothing out, and no repeats. */
  public Trials(
      int formatVersion, String metric, int folds, long rows, long seed, List<Trial> trials) {
    this(formatVersion, metric, folds, rows, seed, trials, 0, Optional.empty());
  }

  /** Returns these trials with {@code repeats}. */
  public Trials with(Repeats repeats) {
    return new Trials(
        formatVersion, metric, folds, rows, seed, trials, leftOut, Optional.of(repeats));
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
