package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.TrainSettings.Calibration;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.Task;

/** Settings that suit one task and not another. */
class TaskSettingsTest {

  private static final Candidate LINEAR =
      new Candidate("line", TrainerKind.LINEAR, Resample.NONE, Map.of());
  private static final Candidate LOGISTIC =
      new Candidate("odds", TrainerKind.LOGISTIC, Resample.NONE, Map.of());
  private static final Candidate SMOTE =
      new Candidate("smote", TrainerKind.FOREST, Resample.SMOTE, Map.of());

  @Test
  void aTrainerLearnsWhatItCan() {
    assertEquals(List.of(), problems(Task.NUMBER, LINEAR));
    assertEquals(
        List.of("train.candidates[0].trainer: 'linear' does not learn two classes"),
        problems(Task.BINARY, LINEAR));
    assertEquals(
        List.of("train.candidates[0].trainer: 'linear' does not learn several classes"),
        problems(Task.CLASSES, LINEAR));
    assertEquals(List.of(), problems(Task.CLASSES, LOGISTIC));
    assertEquals(
        List.of("train.candidates[1].trainer: 'logistic' does not learn a number"),
        problems(Task.NUMBER, LINEAR, LOGISTIC));
  }

  @Test
  void rowsAreAddedToOneOfTwoClassesOnly() {
    assertEquals(List.of(), problems(Task.BINARY, SMOTE));
    assertEquals(
        List.of(
            "train.candidates[0].resample: expected none, since the label is of several classes"),
        problems(Task.CLASSES, SMOTE));
  }

  @Test
  void whatIsPredictedAsItIsIsOneNumber() {
    record Hours(Role season, double lag) {}
    List<Column> features = RowSchema.of(Hours.class).columns();

    assertEquals(
        "[inputs.features: expected the one feature that is predicted as it is, got []]",
        assertThrows(InvalidRecordException.class, () -> naive(List.of())).violations().toString());
    assertEquals(
        List.of("train.candidates[0].inputs.features: 'season' is a category, expected a number"),
        settings(ClassWeights.NONE, Calibration.NONE, naive(List.of("season")))
            .problems(Task.NUMBER, features));
    assertEquals(
        List.of(),
        settings(ClassWeights.NONE, Calibration.NONE, naive(List.of("lag")))
            .problems(Task.NUMBER, features));
  }

  private static Candidate naive(List<String> features) {
    return new Candidate(
        "naive",
        TrainerKind.SEASONAL_NAIVE,
        Resample.NONE,
        Objective.SQUARED_ERROR,
        Optional.empty(),
        new InputSettings(features, InputSettings.Missing.OWN, Map.of()),
        List.of(),
        Candidate.MeanOf.PREDICTIONS,
        Map.of(),
        List.of());
  }

  @Test
  void anObjectiveIsThatOfANumber() {
    Candidate sturdy =
        new Candidate(
            "sturdy",
            TrainerKind.BOOSTING,
            Resample.NONE,
            Objective.ABSOLUTE_ERROR,
            Optional.empty(),
            new InputSettings(),
            List.of(),
            Candidate.MeanOf.PREDICTIONS,
            Map.of(),
            List.of());

    assertEquals(List.of(), problems(Task.NUMBER, sturdy));
    assertEquals(
        List.of(
            "train.candidates[0].objective: expected nothing, since the label is of two classes"),
        problems(Task.BINARY, sturdy));
  }

  @Test
  void aTemperatureIsForAllLabelsAndALineForTwo() {
    assertEquals(List.of(), calibrated(Calibration.TEMPERATURE, Task.CLASSES, LOGISTIC));
    assertEquals(List.of(), calibrated(Calibration.PLATT, Task.BINARY, LOGISTIC));
    assertEquals(
        List.of(
            "train.calibration: expected none or temperature, since what is predicted is several"
                + " classes"),
        calibrated(Calibration.ISOTONIC, Task.CLASSES, LOGISTIC));
    assertEquals(
        List.of("train.calibration: expected none, since what is predicted is a number"),
        calibrated(Calibration.TEMPERATURE, Task.NUMBER, LINEAR));
  }

  @Test
  void aNumberHasNoClassesToWeigh() {
    TrainSettings settings = settings(ClassWeights.BALANCED, Calibration.NONE, LINEAR);

    assertEquals(
        List.of("train.class-weights: expected none, since the target is a number"),
        settings.problems(Task.NUMBER, List.of()));
  }

  private static List<String> problems(Task task, Candidate... candidates) {
    return settings(ClassWeights.NONE, Calibration.NONE, candidates).problems(task, List.of());
  }

  private static List<String> calibrated(
      Calibration calibration, Task task, Candidate... candidates) {
    return settings(ClassWeights.NONE, calibration, candidates).problems(task, List.of());
  }

  private static TrainSettings settings(
      ClassWeights weights, Calibration calibration, Candidate... candidates) {
    return new TrainSettings(
        1, "mae", 3, 1_000, 6, weights, calibration, new Cost(1, 1), List.of(candidates));
  }
}
