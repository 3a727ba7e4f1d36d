package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.MeanOf;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.ClassWeights;
import org.penstock.config.InputSettings;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainSettings.Calibration;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Trials;
import org.penstock.model.ModelTraining.NamedSplit;
import org.penstock.model.ModelTraining.Subject;
import org.penstock.scoring.EnsembleScorer;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.LinearScorer.NumberTerm;

class ModelTrainingTest {

  private static final Candidate LOGISTIC =
      new Candidate(
          "logistic", TrainerKind.LOGISTIC, Resample.NONE, Map.of("l2", List.of(0.1, 10.0)));
  private static final Candidate OTHER =
      new Candidate("other", TrainerKind.LOGISTIC, Resample.NONE, Map.of("l2", List.of(2.0)));
  private static final Candidate BOOSTING =
      new Candidate(
          "boosting", TrainerKind.BOOSTING, Resample.NONE, Map.of("trees", List.of(20.0)));
  private static final Candidate NOTEBOOK =
      new Candidate("notebook", TrainerKind.FOREST, Resample.SMOTE, Map.of("trees", List.of(5.0)));

  private static final SplitSettings BY_ENTITY = new SplitSettings(By.ENTITY, List.of(), 0.3, "");

  private final Dataset dataset = Tables.learnable(3_000, 5);

  private static Candidate ensemble(MeanOf meanOf) {
    return new Candidate(
        "both",
        TrainerKind.ENSEMBLE,
        Resample.NONE,
        Objective.SQUARED_ERROR,
        Optional.empty(),
        new InputSettings(),
        List.of("logistic", "other"),
        meanOf,
        Map.of());
  }

  @ParameterizedTest
  @EnumSource
  void anEnsembleIsTheMeanOfItsMembersAtTheirBest(MeanOf meanOf) throws Exception {
    List<Candidate> candidates = List.of(ensemble(meanOf), LOGISTIC, OTHER);

    TrainedModel model = train(dataset, settings(candidates), 2);

    assertEquals("both", model.bundle().card().candidate());
    var both = (EnsembleScorer) model.bundle().scorer();
    assertEquals(2, both.members().size());
    assertEquals(
        meanOf == MeanOf.RANKS,
        both.members().getFirst().curve() instanceof org.penstock.scoring.Calibration.Isotonic);
    assertEquals(
        Set.of("other.l2", "logistic.l2"), model.bundle().card().hyperparameters().keySet());
    assertEquals(
        List.of("logistic", "logistic", "other", "both"),
        model.trials().trials().stream().map(Trials.Trial::candidate).toList());
    LinearScorer alone =
        (LinearScorer) train(dataset, settings(List.of(LOGISTIC)), 1).bundle().scorer();
    double[] row = {3, 50, 1, 1, 7};
    assertEquals(alone.probability(row, 1), both.members().getFirst().scorer().probability(row, 1));
  }

  @Test
  void anEnsembleIsEqualInEveryByteWhateverTheThreads() throws Exception {
    List<Candidate> candidates = List.of(ensemble(MeanOf.RANKS), LOGISTIC, OTHER);

    TrainedModel one = train(dataset, settings(candidates), 1);
    TrainedModel two = train(dataset, settings(candidates), 2);

    assertArrayEquals(one.bundle().toBytes(), two.bundle().toBytes());
    assertEquals(one.trials(), two.trials());
  }

  @Test
  void equalSeedsGiveEqualBytesWhateverTheThreads() throws Exception {
    for (Candidate candidate : List.of(LOGISTIC, BOOSTING, NOTEBOOK)) {
      TrainedModel one = train(dataset, settings(List.of(candidate)), 1);
      TrainedModel two = train(dataset, settings(List.of(candidate)), 2);

      assertArrayEquals(one.bundle().toBytes(), two.bundle().toBytes(), candidate.name());
      assertArrayEquals(one.tribuo(), two.tribuo(), candidate.name());
      assertEquals(one.trials(), two.trials());
    }
  }

  @Test
  void triesEveryCombinationAndMarksTheChosenOne() throws Exception {
    Trials trials = train(dataset, settings(List.of(LOGISTIC, BOOSTING, NOTEBOOK)), 2).trials();

    assertEquals(
        List.of("logistic", "logistic", "boosting", "notebook"),
        trials.trials().stream().map(Trials.Trial::candidate).toList());
    assertEquals(3, trials.trials().getFirst().scores().size());
    assertEquals(1, trials.trials().stream().filter(Trials.Trial::chosen).count());
  }

  @Test
  void predictsTheTestRowsWithEveryOtherCandidateAndUnderEveryOtherSplit() throws Exception {
    TrainedModel model = train(dataset, settings(List.of(LOGISTIC, BOOSTING, NOTEBOOK)), 2);

    List<String> found = new ArrayList<>();
    for (TrainedModel.Alternative alternative : model.alternatives()) {
      found.add(alternative.split() + " " + alternative.candidate());
      assertEquals(alternative.rows().length, alternative.outputs().length);
      assertTrue(alternative.rows().length > 500);
    }
    String chosen = model.bundle().card().candidate();
    List<String> expected = new ArrayList<>(List.of("random " + chosen));
    for (String name : List.of("boosting", "logistic", "notebook")) {
      if (!name.equals(chosen)) {
        expected.add("entity " + name);
      }
    }
    assertEquals(expected, found);
  }

  @Test
  void ranksUnseenRowsAndIsCalibrated() throws Exception {
    TrainedModel model = train(dataset, settings(List.of(LOGISTIC)), 1);
    Examples unseen = Tables.all(Tables.learnable(3_000, 6));
    double[] probabilities = new double[unseen.rows()];
    double[] row = new double[unseen.features().size()];
    double sum = 0;
    double positives = 0;
    for (int i = 0; i < probabilities.length; i++) {
      unseen.example(i, row);
      probabilities[i] = model.bundle().probability(row);
      sum += probabilities[i];
      positives += unseen.labels()[i];
    }

    assertTrue(Aucs.of(unseen.labels(), probabilities) > 0.8);
    // Fitted to the mean of 1,500 labels, judged by that of 3,000: three deviations of both.
    assertEquals(positives / unseen.rows(), sum / unseen.rows(), 0.045);
  }

  @Test
  void aMissedPositiveThatCostsMoreLowersTheThreshold() throws Exception {
    double cheap =
        train(dataset, settings(List.of(LOGISTIC), new Cost(5, 1)), 1).bundle().threshold();
    double dear =
        train(dataset, settings(List.of(LOGISTIC), new Cost(1, 5)), 1).bundle().threshold();

    assertTrue(dear < cheap, dear + " and " + cheap);
  }

  @Test
  void aConstantColumnHasNoWeight() throws Exception {
    TrainedModel model = train(dataset, settings(List.of(LOGISTIC)), 1);

    var linear = (LinearScorer) model.bundle().scorer();
    var constant = (NumberTerm) linear.terms().get(4);
    assertEquals(0, constant.weights()[0]);
  }

  @Test
  void refusesOneClassOnly() {
    Dataset bought = labelled(1);

    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () ->
                new ModelTraining(BY_ENTITY, settings(List.of(LOGISTIC)), 1, (done, total) -> {})
                    .train(bought, half(bought), List.of(), subject()));

    assertEquals(
        "Label 'bought' is 'true' in all 100 rows: with one class only there is nothing to learn",
        thrown.getMessage());
  }

  @Test
  void refusesOneGroupOnly() {
    double[] labels = new double[100];
    labels[3] = 1;
    labels[60] = 1;
    Dataset alone = Tables.dataset(new double[5][100], labels, new long[100]);

    var thrown =
        assertThrows(
            InvalidDatasetException.class,
            () ->
                new ModelTraining(BY_ENTITY, settings(List.of(LOGISTIC)), 1, (done, total) -> {})
                    .train(alone, half(alone), List.of(), subject()));

    assertEquals("3 folds by group need as many groups, the 50 rows have 1", thrown.getMessage());
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    List<String> told = new ArrayList<>();
    new ModelTraining(
            BY_ENTITY,
            settings(List.of(LOGISTIC)),
            1,
            (done, total) -> told.add(done + "/" + total))
        .train(dataset, new NamedSplit("entity", byEntity()), List.of(), subject());

    assertEquals("0/7", told.getFirst());
    assertEquals("7/7", told.getLast());
    assertEquals(8, told.size());
  }

  @Test
  void anEnsembleLearnsNothingThatItsMembersHaveLearnt() throws Exception {
    List<Candidate> candidates = List.of(ensemble(MeanOf.RANKS), LOGISTIC, OTHER);
    List<String> told = new ArrayList<>();
    new ModelTraining(
            BY_ENTITY, settings(candidates), 2, (done, total) -> told.add(done + "/" + total))
        .train(
            dataset,
            new NamedSplit("entity", byEntity()),
            List.of(new NamedSplit("again", byEntity())),
            subject());

    // Three combinations on three folds; two members, each once under each of two splits.
    assertEquals("13/13", told.getLast());
  }

  @Test
  void aBadTrainerStopsTheTrainingWithItsOwnException() {
    try (Workers workers = new Workers(2, 2, (done, total) -> {})) {
      List<Workers.Task<String>> tasks =
          List.of(
              () -> "fine",
              () -> {
                throw new IllegalStateException("out of trees");
              });

      var thrown = assertThrows(IllegalStateException.class, () -> workers.all(tasks));

      assertEquals("out of trees", thrown.getMessage());
    }
  }

  @Test
  void aLaterCandidateMustLeadBeyondChance() {
    List<Double> old = List.of(0.50, 0.60, 0.70);

    assertTrue(Lead.of(List.of(0.51, 0.61, 0.71), old, true).isClear());
    assertFalse(Lead.of(List.of(0.49, 0.59, 0.69), old, true).isClear());
    assertTrue(Lead.of(List.of(0.49, 0.59, 0.69), old, false).isClear());
    assertFalse(Lead.of(List.of(0.80, 0.55, 0.60), old, true).isClear());
    assertFalse(Lead.of(old, old, true).isClear());
  }

  private TrainedModel train(Dataset rows, TrainSettings settings, int threads) throws Exception {
    var random = new SplitSettings(By.RANDOM, List.of(), 0.3, "a test");
    return new ModelTraining(BY_ENTITY, settings, threads, (done, total) -> {})
        .train(
            rows,
            new NamedSplit("entity", byEntity()),
            List.of(new NamedSplit("random", Split.of(rows, random, 1))),
            subject());
  }

  private Split byEntity() {
    return Split.of(dataset, BY_ENTITY, 1);
  }

  private static NamedSplit half(Dataset rows) {
    int[] train = new int[rows.rows() / 2];
    int[] test = new int[rows.rows() - train.length];
    for (int row = 0; row < rows.rows(); row++) {
      if (row % 2 == 1) {
        train[row / 2] = row - row % 2;
      } else {
        test[row / 2] = row + 1;
      }
    }
    train[1] = 3;
    return new NamedSplit("entity", new Split(train, test));
  }

  private static Dataset labelled(double label) {
    double[] labels = new double[100];
    java.util.Arrays.fill(labels, label);
    long[] groups = new long[100];
    java.util.Arrays.setAll(groups, row -> row);
    return Tables.dataset(new double[5][100], labels, groups);
  }

  private static Subject subject() {
    return new Subject("shop", "Who buys", new TreeMap<>(Map.of("seed", "7")));
  }

  private static TrainSettings settings(List<Candidate> candidates) {
    return settings(candidates, new Cost(1, 2));
  }

  private static TrainSettings settings(List<Candidate> candidates, Cost cost) {
    return new TrainSettings(
        7, "auc", 3, 1_500, 6, ClassWeights.NONE, Calibration.ISOTONIC, cost, candidates);
  }
}
