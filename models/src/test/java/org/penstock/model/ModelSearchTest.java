package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.model.TaskTrainings.BOOSTING;
import static org.penstock.model.TaskTrainings.BY_ENTITY;
import static org.penstock.model.TaskTrainings.candidate;
import static org.penstock.model.TaskTrainings.settings;
import static org.penstock.model.TaskTrainings.split;
import static org.penstock.model.TaskTrainings.subject;
import static org.penstock.model.TaskTrainings.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.InputSettings;
import org.penstock.config.RepeatSettings;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainSettings.Search;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Trials;
import org.penstock.model.ModelTraining.NamedSplit;

class ModelSearchTest {

  @Test
  void whatNobodyLearntCompetesWithWhatWasLearnt() throws Exception {
    Candidate lag =
        new Candidate(
            "lag",
            TrainerKind.SEASONAL_NAIVE,
            Resample.NONE,
            Objective.SQUARED_ERROR,
            Optional.empty(),
            new InputSettings(List.of("heat"), InputSettings.Missing.MEDIAN, Map.of()),
            List.of(),
            Candidate.MeanOf.PREDICTIONS,
            Map.of(),
            List.of());

    TrainedModel model =
        train(
            TaskTables.loads(900, 3),
            settings(
                Search.GRID, OptionalInt.empty(), lag, candidate(TrainerKind.LINEAR, Map.of())),
            Instant.EPOCH);

    assertEquals("linear", model.bundle().card().candidate());
    assertEquals(
        List.of("lag", "linear"),
        model.trials().trials().stream().map(Trials.Trial::candidate).toList());
  }

  @Test
  void halvingJudgesTheBetterHalfOnAllRows() throws Exception {
    Candidate grid = candidate(TrainerKind.LINEAR, Map.of("l2", List.of(1.0, 1e3, 1e4, 1e5)));
    List<String> told = new ArrayList<>();

    Trials trials =
        new ModelTraining(
                BY_ENTITY,
                settings(Search.HALVING, OptionalInt.empty(), grid),
                Optional.empty(),
                1,
                (done, total) -> told.add(done + "/" + total),
                () -> Instant.EPOCH)
            .train(
                TaskTables.loads(6_000, 3), split(TaskTables.loads(6_000, 3)), List.of(), subject())
            .trials();

    List<Boolean> onAll = trials.trials().stream().map(trial -> trial.rows().isEmpty()).toList();
    assertEquals(List.of(true, false, false, false), onAll);
    assertTrue(trials.trials().getFirst().chosen());
    assertEquals(0, trials.leftOut());
    assertEquals(told.getLast().split("/")[1], told.getLast().split("/")[0]);
  }

  @Test
  void onARungThereAreTwiceTheRowsOfTheOneBefore() {
    assertEquals(List.of(2_000, 4_000, 8_000), Rungs.of(8_000, 4, 1));
    assertEquals(List.of(1_500, 3_000), Rungs.of(3_000, 40, 1));
    assertEquals(List.of(8_000), Rungs.of(8_000, 3, 3));
    assertEquals(List.of(1_999), Rungs.of(1_999, 9, 1));
  }

  @Test
  void withoutTimeOnlyTheFirstOfEachCandidateIsTried() throws Exception {
    Candidate linear = candidate(TrainerKind.LINEAR, Map.of("l2", List.of(1.0, 10.0)));
    Dataset loads = TaskTables.loads(600, 3);
    TrainSettings settings = settings(Search.GRID, OptionalInt.of(1), linear, BOOSTING);
    long[] now = {0};

    Trials trials =
        new ModelTraining(
                BY_ENTITY,
                settings,
                Optional.empty(),
                1,
                (_, _) -> {},
                () -> Instant.ofEpochSecond(now[0]++))
            .train(loads, split(loads), List.of(), subject())
            .trials();

    assertEquals(
        List.of("linear", "boosting"),
        trials.trials().stream().map(Trials.Trial::candidate).toList());
    assertEquals(1, trials.leftOut());
  }

  @Test
  void judgesTheChosenRecipeAgainUnderOtherSplits() throws Exception {
    Trials.Repeats folds = repeats(new RepeatSettings(RepeatSettings.By.FOLD, 4, 2));
    Trials.Repeats splits = repeats(new RepeatSettings(RepeatSettings.By.SPLIT, 5, 3));

    assertEquals(8, folds.metrics().get("mae").size());
    assertEquals(8, folds.metrics().get("mae").stream().distinct().count());
    assertEquals(3, splits.metrics().get("r2").size());
    assertEquals(List.of("split", 1, 3), List.of(splits.by(), splits.folds(), splits.times()));
    assertTrue(folds.metrics().get("r2").stream().allMatch(value -> value > 0.99));
  }

  @Test
  void aMetricThatIsNotDefinedCannotChoose() {
    Dataset loads = TaskTables.loads(600, 3);
    loads.labels()[0] = 0;
    TrainSettings settings = settings("mape", candidate(TrainerKind.LINEAR, Map.of()));

    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () ->
                train(
                    loads.rows(IntStream.range(0, 600).toArray()),
                    settings,
                    new NamedSplit("entity", new Split(all(600), new int[] {1})),
                    Instant.EPOCH));

    assertEquals(
        "Metric 'mape' is not defined on the rows of a fold, so it cannot choose",
        thrown.getMessage());
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  private static Trials.Repeats repeats(RepeatSettings repeats) throws Exception {
    TrainSettings plain = settings("mae", candidate(TrainerKind.LINEAR, Map.of()));
    TrainSettings settings =
        new TrainSettings(
            plain.seed(),
            plain.metric(),
            plain.folds(),
            plain.searchRows(),
            plain.trials(),
            plain.classWeights(),
            plain.calibration(),
            plain.cost(),
            plain.candidates(),
            Optional.empty(),
            Search.GRID,
            OptionalInt.empty(),
            Optional.of(repeats));
    return train(TaskTables.loads(600, 3), settings, Instant.EPOCH)
        .trials()
        .repeats()
        .orElseThrow();
  }
}
