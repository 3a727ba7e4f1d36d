package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.Candidate.Objective;
import org.penstock.scoring.TreesScorer;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.regression.Regressor;

/** Our scorers against Tribuo's own predictions, over every row. */
class TribuoParityTest {

  private static final int ROWS = 4_000;

  private final Examples examples = Tables.all(Tables.learnable(ROWS, 17));

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 31})
  void boostedTreesSumToTheSameBits(int leaves) throws XGBoostError {
    Map<String, Double> chosen =
        leaves == 0 ? Map.of("trees", 40.0) : Map.of("trees", 40.0, "leaves", (double) leaves);
    Learned learned =
        new BoostingTrainer(new Hyperparameters(chosen), Objective.SQUARED_ERROR, 3)
            .train(examples, 1);

    float[] margins = margins(learned);

    for (int row = 0; row < ROWS; row++) {
      assertEquals((double) margins[row], learned.scorer().output(row(row), 0), "row " + row);
    }
  }

  @Test
  void boostedProbabilitiesAreWithinTwoRoundingsOfAFloat() {
    Learned learned =
        new BoostingTrainer(new Hyperparameters(Map.of()), Objective.SQUARED_ERROR, 3)
            .train(examples, 1);
    List<Prediction<Regressor>> predictions = predictions(learned);

    int furthest = 0;
    for (int row = 0; row < ROWS; row++) {
      float tribuo = (float) predictions.get(row).getOutput().getValues()[0];
      float ours = (float) learned.scorer().probability(row(row), 1);
      furthest =
          Math.max(furthest, Math.abs(Float.floatToIntBits(tribuo) - Float.floatToIntBits(ours)));
    }

    // XGBoost takes the exponential as a float, we as a double. Measured: 1.
    assertTrue(furthest <= 2, furthest + " ulps apart");
  }

  @Test
  void forestsAnswerTheSameBits() {
    Learned learned =
        new ForestTrainer(new Hyperparameters(Map.of("trees", 7.0)), 3).train(examples, 1);
    List<Prediction<Regressor>> predictions = predictions(learned);

    for (int row = 0; row < ROWS; row++) {
      double tribuo = predictions.get(row).getOutput().getValues()[0];
      assertEquals(tribuo, learned.scorer().output(row(row), 0), "row " + row);
    }
  }

  @Test
  void logisticRegressionIsWithinRoundingOfADouble() {
    Learned learned = new LogisticTrainer(new Hyperparameters(Map.of()), 3).train(examples, 1);
    List<Prediction<Label>> predictions =
        predictions(
            learned, LogisticTrainer.dataset(examples, LinearInput.of(examples)), Label.class);

    double furthest = 0;
    for (int row = 0; row < ROWS; row++) {
      double tribuo = predictions.get(row).getOutputScores().get("1").getScore();
      furthest = Math.max(furthest, Math.abs(tribuo - learned.scorer().probability(row(row), 1)));
    }

    // The same terms, summed in another order. Measured: 2.3e-16.
    assertTrue(furthest <= 1e-15, furthest + " apart");
  }

  @Test
  void missingAsZeroAnswersAsTribuoDoesForZero() {
    Examples filled = Imputation.zeros(examples.features()).in(examples);
    Learned learned =
        new ForestTrainer(new Hyperparameters(Map.of("trees", 3.0)), 3).train(filled, 1);
    var scorer = (TreesScorer) Imputation.zeros(examples.features()).in(learned.scorer());
    double[] zero = new double[filled.features().size()];

    for (int row = 0; row < ROWS; row++) {
      filled.example(row, zero);
      assertEquals(learned.scorer().output(zero, 0), scorer.output(row(row), 0), "row " + row);
    }
  }

  @Test
  void learnsWhatThereIsToLearn() {
    for (Trainer trainer :
        List.of(
            new BoostingTrainer(new Hyperparameters(Map.of()), Objective.SQUARED_ERROR, 3),
            new ForestTrainer(new Hyperparameters(Map.of()), 3),
            new LogisticTrainer(new Hyperparameters(Map.of()), 3))) {
      Examples unseen = Tables.all(Tables.learnable(ROWS, 18));
      double[] probabilities = trainer.train(examples, 1).outputs(unseen);

      double auc = Aucs.of(unseen.labels(), probabilities);
      // The truth itself has .87 here; random guesses .5.
      assertTrue(auc > 0.8, trainer.description() + ": " + auc);
    }
  }

  private double[] row(int row) {
    double[] numbers = new double[examples.features().size()];
    examples.example(row, numbers);
    return numbers;
  }

  private List<Prediction<Regressor>> predictions(Learned learned) {
    var dataset = XgboostLearning.numbers(examples, Input.of(examples.features()));
    return predictions(learned, dataset, Regressor.class);
  }

  private static <T extends Output<T>> List<Prediction<T>> predictions(
      Learned learned, Iterable<Example<T>> dataset, Class<T> type) {
    Model<T> model = learned.model().orElseThrow().castModel(type);
    return model.predict(dataset);
  }

  /** The sums before they become probabilities; Tribuo has no word for them. */
  private float[] margins(Learned learned) throws XGBoostError {
    Booster booster = ((XGBoostModel<?>) learned.model().orElseThrow()).getInnerModels().getFirst();
    ImmutableFeatureMap ids = learned.model().orElseThrow().getFeatureIDMap();
    float[] dense = new float[ROWS * ids.size()];
    java.util.Arrays.fill(dense, Float.NaN);
    int row = 0;
    for (var example : XgboostLearning.numbers(examples, Input.of(examples.features()))) {
      for (Feature feature : example) {
        dense[row * ids.size() + ids.getID(feature.getName())] = (float) feature.getValue();
      }
      row++;
    }
    float[][] margins = booster.predict(new DMatrix(dense, ROWS, ids.size(), Float.NaN), true);
    float[] first = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      first[i] = margins[i][0];
    }
    return first;
  }
}
