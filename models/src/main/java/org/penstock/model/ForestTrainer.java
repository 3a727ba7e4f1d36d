package org.penstock.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * A forest of trees grown side by side by XGBoost through Tribuo: the probability is the mean over
 * the trees of the share of label 1 in a leaf. Each tree sees a random 63 % of the rows, as many
 * distinct ones as a bootstrap has, and each split a random square root of the features.
 */
record ForestTrainer(Hyperparameters chosen, long seed) implements Trainer {

  private static final int TREES = 100;
  private static final int DEPTH = 12;
  private static final double ROWS = 0.632;

  @Override
  public Learned train(Examples examples, int threads) {
    return XgboostLearning.train(examples, 1, settings(examples.features().size(), threads));
  }

  private Map<String, Object> settings(int features, int threads) {
    Map<String, Object> settings =
        new TreeMap<>(Xgboost.settings("reg:squarederror", seed, threads));
    settings.put("base_score", 0.5);
    settings.put("num_parallel_tree", chosen.count("trees", TREES));
    settings.put("eta", 1);
    settings.put("lambda", 0);
    settings.put("subsample", ROWS);
    settings.put(
        "colsample_bynode", chosen.number("column-fraction", Math.sqrt(features) / features));
    settings.put("max_depth", chosen.count("depth", DEPTH));
    settings.put("min_child_weight", chosen.number("min-child-weight", 1));
    return settings;
  }

  @Override
  public String description() {
    return Xgboost.DESCRIPTION + ", random forest";
  }
}
