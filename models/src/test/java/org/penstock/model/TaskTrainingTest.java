package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.ClassWeights;
import org.penstock.config.InputSettings;
import org.penstock.config.RepeatSettings;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainSettings.Calibration;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.config.TrainSettings.Search;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.Trials;
import org.penstock.model.ModelTraining.NamedSplit;
import org.penstock.model.ModelTraining.Subject;
import org.penstock.row.Task;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.TreesScorer;
import org.tribuo.classification.Label;

class TaskTrainingTest {

  private static final SplitSettings BY_ENTITY =
      new SplitSettings(By.ENTITY, List.of(), 0.3, "", true);
  private static final Candidate BOOSTING =
      candidate(TrainerKind.BOOSTING, Map.of("trees", List.of(30.0)));

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

  private static TrainedModel train(Dataset dataset, TrainSettings settings, Instant now)
      throws Exception {
    return train(dataset, settings, split(dataset), now);
  }

  private static TrainedModel train(
      Dataset dataset, TrainSettings settings, NamedSplit split, Instant now) throws Exception {
    return new ModelTraining(BY_ENTITY, settings, Optional.empty(), 2, (_, _) -> {}, () -> now)
        .train(dataset, split, List.of(), subject());
  }

  private static NamedSplit split(Dataset dataset) {
    return new NamedSplit("entity", Split.of(dataset, BY_ENTITY, 1));
  }

  private static Subject subject() {
    return new Subject("plant", "What it does", new TreeMap<>());
  }

  private static Candidate candidate(TrainerKind kind, Map<String, List<Double>> hyperparameters) {
    return new Candidate(
        kind.name().toLowerCase(Locale.ROOT), kind, Resample.NONE, hyperparameters);
  }

  private static TrainSettings settings(String metric, Candidate candidate) {
    return new TrainSettings(
        7,
        metric,
        3,
        900,
        6,
        ClassWeights.NONE,
        Calibration.NONE,
        new Cost(1, 1),
        List.of(candidate));
  }

  private static TrainSettings settings(
      Search search, OptionalInt budget, Candidate... candidates) {
    return new TrainSettings(
        7,
        "mae",
        3,
        60_000,
        6,
        ClassWeights.NONE,
        Calibration.NONE,
        new Cost(1, 1),
        List.of(candidates),
        Optional.empty(),
        search,
        budget,
        Optional.empty());
  }
}
