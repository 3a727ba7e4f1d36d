package org.penstock.model;

import org.penstock.config.Candidate;
import org.penstock.config.TrainSettings.ClassWeights;
import org.penstock.row.Task;

/**
 * A candidate with its hyperparameters chosen: all that is done to examples before and while a
 * trainer learns from them.
 */
record Recipe(
    Candidate candidate, Task task, Hyperparameters chosen, ClassWeights weights, long seed) {

  Trainer trainer() {
    return Trainer.of(candidate, task, chosen.values(), seed);
  }

  /**
   * Learns from {@code examples}; the scorer takes missing values however the recipe took them.
   *
   * @param threads the result does not depend on it
   */
  Learned train(Examples examples, int threads) {
    return switch (candidate.resample()) {
      case NONE -> trainer().train(weighted(examples), threads);
      case SMOTE -> {
        Examples balanced = Smote.balance(MissingAsZero.in(examples), seed);
        Learned learned = trainer().train(balanced, threads);
        yield new Learned(MissingAsZero.in(learned.scorer()), learned.model());
      }
    };
  }

  private Examples weighted(Examples examples) {
    return switch (weights) {
      case NONE -> examples;
      case BALANCED -> examples.balanced();
    };
  }
}
