package org.penstock.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  private XgboostTrees() {}

  /**
   * Flattens {@code model}.
   *
   * @param inputs by name, what the features of Tribuo are made of
   */
  static TreesScorer scorer(Model<?> model, List<Input> inputs, List<Column> features) {
    JsonNode learner = json((XGBoostModel<?>) model).get("learner");
    JsonNode booster = learner.get("gradient_booster").get("model");
    List<Optional<Input>> byId = inputs(model.getFeatureIDMap(), inputs);
    List<TreesScorer.Tree> trees = new ArrayList<>();
    JsonNode outputs = booster.get("tree_info");
    for (JsonNode tree : booster.get("trees")) {
      int output = outputs.get(trees.size()).intValue();
      trees.add(new XgboostTree(tree, byId).flatten(output));
    }
    boolean[] categories = new boolean[features.size()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = features.get(i).kind() == Kind.CATEGORY;
    }
    return new TreesScorer(base(learner), link(learner), trees, categories);
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
      case "reg:squarederror" -> TreesScorer.Link.IDENTITY;
      default -> TreesScorer.Link.LOGISTIC;
    };
  }

  /**
   * XGBoost stores the prediction that everything starts with; the sum starts with its log-odds.
   */
  private static float[] base(JsonNode learner) {
    JsonNode parameters = learner.get("learner_model_param");
    int classes = Integer.parseInt(parameters.get("num_class").stringValue());
    float base = Float.parseFloat(parameters.get("base_score").stringValue());
    float[] bases = new float[Math.max(1, classes)];
    boolean logistic = learner.get("objective").get("name").stringValue().equals("binary:logistic");
    java.util.Arrays.fill(bases, logistic ? (float) -StrictMath.log(1f / base - 1f) : base);
    return bases;
  }
}
