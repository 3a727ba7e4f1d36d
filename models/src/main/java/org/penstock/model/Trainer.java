package org.penstock.model;

import java.util.Map;
import org.penstock.config.Candidate;

/** What learns to tell two classes apart. Equal examples give equal models, bit for bit. */
sealed interface Trainer permits BoostingTrainer, ForestTrainer, LogisticTrainer {

  /**
   * Learns from {@code examples}.
   *
   * @param examples of both classes
   * @param threads how many it may use; the model does not depend on it
   */
  Learned train(Examples examples, int threads);

  /** Returns what learns, with the version of the library. */
  String description();

  /**
   * Makes the trainer of {@code candidate}.
   *
   * @param hyperparameters by name; those not named keep their own value
   */
  static Trainer of(Candidate candidate, Map<String, Double> hyperparameters, long seed) {
    Hyperparameters chosen = new Hyperparameters(hyperparameters);
    return switch (candidate.trainer()) {
      case LOGISTIC -> new LogisticTrainer(chosen, seed);
      case BOOSTING -> new BoostingTrainer(chosen, seed);
      case FOREST -> new ForestTrainer(chosen, seed);
    };
  }
}
