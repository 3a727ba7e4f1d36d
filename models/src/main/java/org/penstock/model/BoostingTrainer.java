package org.penstock.model;

import java.util.Map;
import java.util.TreeMap;
import org.penstock.config.Candidate.Objective;

/**
 * Gradient boosting of trees on log-odds or on the number itself, by XGBoost through Tribuo.
 *
 * @param objective what is minimised of a number
 */
record BoostingTrainer(Hyperparameters chosen, Objective objective, long seed) implements Trainer {

  private static final int TREES = 100;
  private static final int DEPTH = 6;
  private static final double RATE = 0.1;

  @Override
  public Learned train(Examples examples, int threads) {
    int rounds = chosen.count("trees", TREES);
    return switch (examples.task()) {
      case BINARY -> XgboostLearning.train(examples, rounds, settings("binary:logistic", threads));
      case CLASSES ->
          XgboostLearning.trainClasses(examples, rounds, settings("multi:softprob", threads));
      case NUMBER -> XgboostLearning.train(examples, rounds, settings(ofNumber(), threads));
    };
  }

  private String ofNumber() {
    return switch (objective) {
      case SQUARED_ERROR -> "reg:squarederror";
      case ABSOLUTE_ERROR -> "reg:absoluteerror";
    };
  }

  private Map<String, Object> settings(String learning, int threads) {
    Map<String, Object> settings = new TreeMap<>(Xgboost.settings(learning, seed, threads));
    settings.put("eta", chosen.number("rate", RATE));
    settings.put("max_bin", chosen.count("bins", Xgboost.BINS));
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
