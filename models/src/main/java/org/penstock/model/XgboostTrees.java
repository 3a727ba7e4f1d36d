package org.penstock.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.TreesScorer;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.common.xgboost.XGBoostModel;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the trees out of XGBoost's own JSON; see <a
 * href="https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html">its schema</a>.
 */
final class XgboostTrees {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** By how much the log-odds of a label without examples lie below the others before trees. */
  private static final float UNSEEN = 30;

  private XgboostTrees() {}

  /**
   * Flattens {@code model} of one output.
   *
   * @param inputs by name, what the features of Tribuo are made of
   */
  static TreesScorer scorer(Model<?> model, List<Input> inputs, List<Column> features) {
    return scorer(model, inputs, features, new int[1], 1);
  }

  /**
   * Flattens {@code model} of several outputs.
   *
   * @param codes for each output of XGBoost, the label it is of
   * @param width how many labels there are; one that the model has never seen stays next to
   *     impossible
   */
  static TreesScorer scorer(
      Model<?> model, List<Input> inputs, List<Column> features, int[] codes, int width) {
    JsonNode learner = json((XGBoostModel<?>) model).get("learner");
    JsonNode booster = learner.get("gradient_booster").get("model");
    List<Optional<Input>> byId = inputs(model.getFeatureIDMap(), inputs);
    List<TreesScorer.Tree> trees = new ArrayList<>();
    JsonNode outputs = booster.get("tree_info");
    for (JsonNode tree : booster.get("trees")) {
      int output = codes[outputs.get(trees.size()).intValue()];
      trees.add(new XgboostTree(tree, byId).flatten(output));
    }
    boolean[] categories = new boolean[features.size()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = features.get(i).kind() == Kind.CATEGORY;
    }
    return new TreesScorer(base(learner, codes, width), link(learner), trees, categories);
  }

  private static JsonNode json(XGBoostModel<?> model) {
    Booster copy = model.getInnerModels().getFirst();
    try {
      return JSON.readTree(new String(copy.toByteArray("json"), StandardCharsets.UTF_8));
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot write its model: " + e.getMessage(), e);
    } finally {
      copy.dispose();
    }
  }

  private static List<Optional<Input>> inputs(ImmutableFeatureMap known, List<Input> inputs) {
    List<Optional<Input>> byId = new ArrayList<>();
    for (int id = 0; id < known.size(); id++) {
      byId.add(Input.named(inputs, known.get(id).getName()));
    }
    return byId;
  }

  private static TreesScorer.Link link(JsonNode learner) {
    return switch (learner.get("objective").get("name").stringValue()) {
      case "binary:logistic", "multi:softprob" -> TreesScorer.Link.LOGISTIC;
      default -> TreesScorer.Link.IDENTITY;
    };
  }

  /**
   * XGBoost stores the prediction that everything starts with; the sum starts with its log-odds.
   */
  private static float[] base(JsonNode learner, int[] codes, int width) {
    JsonNode parameters = learner.get("learner_model_param");
    float base = Float.parseFloat(parameters.get("base_score").stringValue());
    boolean logistic = learner.get("objective").get("name").stringValue().equals("binary:logistic");
    float[] bases = new float[width];
    Arrays.fill(bases, base - UNSEEN);
    for (int code : codes) {
      bases[code] = logistic ? (float) -StrictMath.log(1f / base - 1f) : base;
    }
    return bases;
  }
}
