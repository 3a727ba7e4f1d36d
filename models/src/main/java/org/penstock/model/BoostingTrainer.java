package org.penstock.model;

import java.util.Map;
import java.util.TreeMap;

/** Gradient boosting of trees on the log-odds, by XGBoost through Tribuo. */
record BoostingTrainer(Hyperparameters chosen, long seed) implements Trainer {

  private static final int TREES = 100;
  private static final int DEPTH = 6;
  private static final double RATE = 0.1;

  @Override
  public Learned train(Examples examples, int threads) {
    return XgboostLearning.train(examples, chosen.count("trees", TREES), settings(threads));
  }

  private Map<String, Object> settings(int threads) {
    Map<String, Object> settings =
        new TreeMap<>(Xgboost.settings("binary:logistic", seed, threads));
    settings.put("eta", chosen.number("rate", RATE));
    settings.put("min_child_weight", chosen.number("min-child-weight", 1));
    settings.put("subsample", chosen.number("subsample", 1));
    settings.put("colsample_bytree", chosen.number("column-fraction", 1));
    settings.put("alpha", chosen.number("l1", 0));
    settings.put("lambda", chosen.number("l2", 1));
    settings.put("gamma", chosen.number("gamma", 0));
    if (chosen.has("leaves")) {
      settings.put("grow_policy", "lossguide");
      settings.put("max_leaves", chosen.count("leaves", 0));
      settings.put("max_depth", chosen.count("depth", 0));
      return settings;
    }

    settings.put("max_depth", chosen.count("depth", DEPTH));
    return settings;
  }

  @Override
  public String description() {
    return Xgboost.DESCRIPTION + ", gradient boosting";
  }
}
