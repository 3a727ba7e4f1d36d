package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.model.TaskTrainings.BOOSTING;
import static org.penstock.model.TaskTrainings.candidate;
import static org.penstock.model.TaskTrainings.settings;
import static org.penstock.model.TaskTrainings.train;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.Candidate;
import org.penstock.config.ClassWeights;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainSettings.Calibration;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.row.Task;
import org.penstock.scoring.ModelBundle;

class TaskTrainingTest {

  @ParameterizedTest
  @EnumSource(names = {"BOOSTING", "FOREST", "LOGISTIC"})
  void tellsModesApartThatItHasNotSeen(TrainerKind kind) throws Exception {
    Dataset dataset = TaskTables.modes(900, 3);
    TrainedModel model =
        train(dataset, settings("macro-f1", candidate(kind, Map.of())), Instant.EPOCH);

    // The best rule has .97 on these rows; calling all alike .17.
    assertTrue(score(model.bundle(), TaskTables.modes(900, 4), Metric.MACRO_F1) > 0.93);
    assertEquals(TaskTables.MODES, model.bundle().labels());
    assertEquals(4, model.bundle().width());
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOSTING", "FOREST", "LINEAR"})
  void predictsLoadsThatItHasNotSeen(TrainerKind kind) throws Exception {
    Dataset dataset = TaskTables.loads(900, 3);
    TrainedModel model = train(dataset, settings("mae", candidate(kind, Map.of())), Instant.EPOCH);

    double explained = score(model.bundle(), TaskTables.loads(900, 4), Metric.R2);
    assertTrue(explained > (kind == TrainerKind.LINEAR ? 0.9999 : 0.95), kind + ": " + explained);
    assertEquals(Task.NUMBER, model.bundle().task());
  }

  @Test
  void equalSeedsGiveEqualBytesWhateverTheTask() throws Exception {
    for (Candidate candidate : List.of(BOOSTING, candidate(TrainerKind.FOREST, Map.of()))) {
      Dataset modes = TaskTables.modes(600, 3);
      TrainSettings settings = settings("log-loss", candidate);
      TrainedModel one = train(modes, settings, Instant.EPOCH);
      TrainedModel two = train(modes, settings, Instant.EPOCH);

      assertArrayEquals(one.bundle().toBytes(), two.bundle().toBytes());
      assertArrayEquals(one.tribuo(), two.tribuo());
      assertArrayEquals(one.bundle().toBytes(), ModelBundle.read(one.bundle().toBytes()).toBytes());
    }
  }

  @Test
  void aTemperatureBelongsToTheBundle() throws Exception {
    TrainSettings settings =
        new TrainSettings(
            7,
            "log-loss",
            3,
            900,
            6,
            ClassWeights.NONE,
            Calibration.TEMPERATURE,
            new Cost(1, 1),
            List.of(BOOSTING));

    // Thirty trees at a rate of .1 are less sure than they could be.
    ModelBundle bundle = train(TaskTables.modes(600, 3), settings, Instant.EPOCH).bundle();

    assertTrue(
        bundle.calibration() instanceof org.penstock.scoring.Calibration.Temperature(double t)
            && t < 1,
        bundle.calibration()::toString);
    assertArrayEquals(bundle.toBytes(), ModelBundle.read(bundle.toBytes()).toBytes());
  }

  private static double score(ModelBundle bundle, Dataset unseen, Metric metric) {
    double[] row = new double[2];
    double[] said = new double[bundle.width()];
    double[] outputs = new double[unseen.rows() * said.length];
    for (int i = 0; i < unseen.rows(); i++) {
      unseen.example(i, row);
      bundle.predict(row, said);
      System.arraycopy(said, 0, outputs, i * said.length, said.length);
    }
    return metric.of(
        Predictions.of(unseen.task(), unseen.labels(), outputs, Predictions.alone(unseen.rows())),
        Cutoff.at(0.5));
  }
}
