package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.scoring.TreesScorer;
import org.penstock.scoring.TreesScorer.Tree;

/**
 * A forest of trees grown side by side by XGBoost through Tribuo: the probability is the mean over
 * the trees of the share of label 1 in a leaf, the number the mean of those in a leaf. Each tree
 * sees a random 63 % of the rows, as many distinct ones as a bootstrap has, and each split a random
 * square root of the features, or a third of them for a number.
 *
 * <p>Of several labels there is a forest each, which tells it from the others; their probabilities
 * are divided by their sum.
 */
record ForestTrainer(Hyperparameters chosen, long seed) implements Trainer {

  private static final int TREES = 100;
  private static final int DEPTH = 12;
  private static final double ROWS = 0.632;

  @Override
  public Learned train(Examples examples, int threads) {
    int features = examples.features().size();
    return switch (examples.task()) {
      case BINARY -> XgboostLearning.train(examples, 1, ofLabels(features, threads));
      case CLASSES -> oneEach(examples, ofLabels(features, threads));
      case NUMBER ->
          XgboostLearning.train(
              examples, 1, settings(Math.max(1, features / 3.0), features, threads));
    };
  }

  private static Learned oneEach(Examples examples, Map<String, Object> settings) {
    List<Tree> trees = new ArrayList<>();
    float[] base = new float[examples.classes()];
    boolean[] category = new boolean[0];
    for (int code : examples.occurring()) {
      TreesScorer one =
          (TreesScorer) XgboostLearning.train(examples.only(code), 1, settings).scorer();
      base[code] = one.base()[0];
      category = one.categories();
      for (Tree tree : one.trees()) {
        trees.add(new Tree(code, tree.feature(), tree.value(), tree.left(), tree.missingLeft()));
      }
    }
    return new Learned(new TreesScorer(base, TreesScorer.Link.IDENTITY, trees, category));
  }

  private Map<String, Object> ofLabels(int features, int threads) {
    Map<String, Object> settings = settings(Math.sqrt(features), features, threads);
    settings.put("base_score", 0.5);
    return settings;
  }

  private Map<String, Object> settings(double asked, int features, int threads) {
    Map<String, Object> settings =
        new TreeMap<>(Xgboost.settings("reg:squarederror", seed, threads));
    settings.put("num_parallel_tree", chosen.count("trees", TREES));
    settings.put("eta", 1);
    settings.put("lambda", 0);
    settings.put("subsample", ROWS);
    settings.put("colsample_bynode", chosen.number("column-fraction", asked / features));
    settings.put("max_depth", chosen.count("depth", DEPTH));
    settings.put("max_bin", chosen.count("bins", Xgboost.BINS));
    settings.put("min_child_weight", chosen.number("min-child-weight", 1));
    return settings;
  }

  @Override
  public String description() {
    return Xgboost.DESCRIPTION + ", random forest";
  }
}
