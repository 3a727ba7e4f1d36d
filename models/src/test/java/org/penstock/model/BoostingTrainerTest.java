package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.model.TaskTrainings.candidate;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.row.Task;
import org.penstock.scoring.TreesScorer;
import org.tribuo.classification.Label;

class BoostingTrainerTest {

  @Test
  void boostedClassesAreWithinTwoRoundingsOfAFloatOfTribuos() {
    Examples examples = Tables.all(TaskTables.modes(500, 3));
    Learned learned =
        new BoostingTrainer(new Hyperparameters(Map.of()), Objective.SQUARED_ERROR, 3)
            .train(examples, 1);
    var tribuo = learned.model().orElseThrow().castModel(Label.class);
    double[] ours = learned.outputs(examples);

    var predictions =
        tribuo.predict(XgboostLearning.labels(examples, Input.of(examples.features())));

    for (int row = 0; row < examples.rows(); row++) {
      for (int k = 0; k < 3; k++) {
        double theirs = predictions.get(row).getOutputScores().get("" + k).getScore();
        assertEquals(theirs, ours[row * 4 + k], 1e-6, "row " + row);
      }
      assertTrue(ours[row * 4 + 3] < 1e-9);
    }
  }

  @Test
  void absoluteErrorsCareLessForOutliers() {
    Dataset loads = TaskTables.loads(400, 3);
    double[] labels = loads.labels();
    for (int row = 0; row < labels.length; row += 10) {
      labels[row] += 1_000;
    }
    Examples examples = Tables.all(loads);

    double squared = bias(examples, Objective.SQUARED_ERROR);
    double absolute = bias(examples, Objective.ABSOLUTE_ERROR);

    assertTrue(Math.abs(absolute + 100) < 25 && squared > -25, absolute + " and " + squared);
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOSTING", "FOREST"})
  void fewerBinsAreFewerPlacesToSplit(TrainerKind kind) {
    Examples loads = Tables.all(TaskTables.loads(400, 3));

    for (int bins : new int[] {2, 16}) {
      Hyperparameters chosen = new Hyperparameters(Map.of("bins", (double) bins));
      Trainer trainer = Trainer.of(candidate(kind, Map.of()), Task.NUMBER, chosen.values(), 3);
      TreesScorer scorer = (TreesScorer) trainer.train(loads, 1).scorer();

      long places =
          scorer.trees().stream()
              .flatMap(tree ->
                  IntStream.range(0, tree.feature().length)
                      .filter(node -> tree.feature()[node] == 0)
                      .mapToObj(node -> tree.value()[node]))
              .distinct()
              .count();
      assertTrue(places > 0 && places <= bins, kind + ": " + places + " places, bins " + bins);
    }
  }

  /** Of what is said less what happened, where a tenth of the rows is 1,000 too high. */
  private static double bias(Examples examples, Objective objective) {
    Hyperparameters few = new Hyperparameters(Map.of("trees", 40.0, "depth", 2.0));
    double[] said = new BoostingTrainer(few, objective, 3).train(examples, 1).outputs(examples);
    Predictions predictions =
        Predictions.of(Task.NUMBER, examples.labels(), said, Predictions.alone(examples.rows()));
    return Metric.BIAS.of(predictions, Cutoff.at(1));
  }

  @Test
  void balancedClassesWeighAlike() {
    Examples modes = Tables.all(TaskTables.modes(90, 3));

    Examples balanced = modes.balanced();

    double[] sums = new double[4];
    for (int row = 0; row < 90; row++) {
      sums[(int) balanced.labels()[row]] += balanced.weights()[row];
    }
    assertArrayEquals(new double[] {30, 30, 30, 0}, sums, 1e-4);
  }
}
