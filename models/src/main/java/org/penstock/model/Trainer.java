package org.penstock.model;

import java.util.Map;
import org.penstock.config.Candidate;
import org.penstock.row.Task;

/**
 * What learns to tell classes apart or to predict a number. Equal examples give equal models, bit
 * for bit. One that learns is one file and a word of {@link org.penstock.config.TrainerKind}.
 */
sealed interface Trainer
    permits BoostingTrainer,
        CellsTrainer,
        ForestTrainer,
        LinearTrainer,
        LogisticTrainer,
        NetworkTrainer,
        SeasonalNaiveTrainer,
        SoftmaxTrainer {

  /**
   * Learns from {@code examples}.
   *
   * @param examples of at least two classes, or of a number that is not constant
   * @param threads how many it may use; the model does not depend on it
   */
  Learned train(Examples examples, int threads);

  /** Returns what learns, with the version of the library. */
  String description();

  /**
   * Makes the trainer of {@code candidate}.
   *
   * @param task that {@code candidate} can learn
   * @param hyperparameters by name; those not named keep their own value
   */
  static Trainer of(
      Candidate candidate, Task task, Map<String, Double> hyperparameters, long seed) {
    Hyperparameters chosen = new Hyperparameters(hyperparameters);
    return switch (candidate.trainer()) {
      case LINEAR -> new LinearTrainer(chosen);
      case LOGISTIC ->
          task == Task.CLASSES ? new SoftmaxTrainer(chosen) : new LogisticTrainer(chosen, seed);
      case BOOSTING -> new BoostingTrainer(chosen, candidate.objective(), seed);
      case CELLS -> new CellsTrainer(candidate.cells(), chosen.number("median", 1) == 1);
      case FOREST -> new ForestTrainer(chosen, seed);
      case ENSEMBLE -> throw new IllegalArgumentException("An ensemble learns through its members");
      case NETWORK -> new NetworkTrainer(chosen, seed);
      case SEASONAL_NAIVE -> new SeasonalNaiveTrainer(candidate.inputs().features().getFirst());
    };
  }
}
