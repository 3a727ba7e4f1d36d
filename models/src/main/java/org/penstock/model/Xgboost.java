package org.penstock.model;

import java.util.Map;

/** What all trainers of XGBoost share. */
final class Xgboost {

  static final String DESCRIPTION = "Tribuo 4.3.2, XGBoost 3.0.4";

  /** XGBoost's own number. */
  static final int BINS = 256;

  private Xgboost() {}

  static Map<String, Object> settings(String objective, long seed, int threads) {
    return Map.of(
        "objective",
        objective,
        "booster",
        "gbtree",
        "tree_method",
        "hist",
        "nthread",
        threads,
        "seed",
        seed,
        "verbosity",
        0);
  }
}
