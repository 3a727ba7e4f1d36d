package org.penstock.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.penstock.config.Candidate;
import org.penstock.config.ClassWeights;
import org.penstock.config.SplitSettings;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Folds;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Subset;
import org.penstock.evaluation.BinaryPredictions;
import org.penstock.evaluation.ClassPredictions;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.Trials;
import org.penstock.model.Ladder.Judged;
import org.penstock.row.Task;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.Interval;

/**
 * Compares the combinations of hyperparameters of all candidates by k folds that keep groups
 * together. Sees rows of the train split only.
 *
 * <p>A metric that needs a threshold is taken at the one that costs least on the fold itself, for
 * every combination alike.
 */
final class ModelSearch {

  /** Counts for a metric that is not defined: the precision of a model that never says yes. */
  private static final double UNDEFINED = 0;

  private final SplitSettings split;
  private final TrainSettings settings;
  private final Workers workers;
  private final Deadline deadline;

  ModelSearch(SplitSettings split, TrainSettings settings, Workers workers, Deadline deadline) {
    this.deadline = deadline;
    this.split = split;
    this.settings = settings;
    this.workers = workers;
  }

  /** What was tried, and a choice for every candidate, by name. */
  record Found(Trials trials, Map<String, Choice> choices, Choice chosen) {}

  /** Returns how many models a search trains at most. */
  static int models(TrainSettings settings) {
    int combinations =
        settings.candidates().stream()
            .filter(each -> each.trainer() != TrainerKind.ENSEMBLE)
            .mapToInt(each -> Grid.of(each, settings.trials(), settings.seed()).size())
            .sum();
    int models = combinations;
    if (settings.search() == TrainSettings.Search.HALVING) {
      int kept = settings.candidates().size();
      int left = combinations;
      for (int rungs = Rungs.of(settings.searchRows(), left, kept).size(); rungs > 1; rungs--) {
        left = Math.min(left, (left + 1) / 2 + kept);
        models += left;
      }
    }
    return models * settings.folds();
  }

  /** Returns the recipes that no search can change: those of candidates with one combination. */
  List<Recipe> certain(Task task) {
    Map<String, List<Recipe>> byCandidate =
        recipes(task).stream()
            .collect(Collectors.groupingBy(Recipe::name, LinkedHashMap::new, Collectors.toList()));
    return byCandidate.values().stream()
        .filter(each -> each.size() == 1)
        .map(List::getFirst)
        .toList();
  }

  Found run(Dataset train) throws InterruptedException {
    Dataset rows = train.rows(Subset.ofWholeGroups(train, settings.searchRows(), settings.seed()));
    rows.requireLearnable();
    Folds folds = folds(rows);
    List<Recipe> recipes = recipes(rows.task());
    Ladder ladder = new Ladder(settings, recipes, workers, deadline, this::judge);
    for (int rung : rungs(rows, recipes)) {
      boolean last = rung == rows.rows();
      Dataset some = last ? rows : rows.rows(Subset.ofWholeGroups(rows, rung, settings.seed()));
      ladder.judge(some, last ? folds : folds(some));
      if (!last) {
        ladder.halve(metric(rows.task()));
      }
    }
    workers.expect(ladder.models() - models(settings));
    addEnsembles(rows, folds, ladder);
    Map<String, Integer> best = ladder.best(metric(rows.task()));
    int chosen = ladder.chosen(best, metric(rows.task()));
    Map<String, Choice> choices = new TreeMap<>();
    best.forEach((name, i) ->
        choices.put(
            name,
            choice(
                ladder.recipe(i), outOfFold(rows, folds, ladder.judged(i)), rows, folds.judged())));
    return new Found(
        ladder.trials(rows, chosen),
        choices,
        choices.get(ladder.recipe(chosen).candidate().name()));
  }

  /** An ensemble needs no training: what its members say of a fold, they have said already. */
  private void addEnsembles(Dataset rows, Folds folds, Ladder ladder) {
    Map<String, Integer> best = ladder.best(metric(rows.task()));
    for (Candidate candidate : settings.candidates()) {
      if (candidate.trainer() != TrainerKind.ENSEMBLE) {
        continue;
      }
      List<Recipe.Member> members = new ArrayList<>();
      List<List<Judged>> said = new ArrayList<>();
      for (String name : candidate.members()) {
        List<Judged> own = ladder.judged(best.get(name));
        said.add(own);
        members.add(
            new Recipe.Member(
                ladder.recipe(best.get(name)), curve(candidate, outOfFold(rows, folds, own))));
      }
      List<Judged> judged = new ArrayList<>();
      for (int fold = 0; fold < folds.count(); fold++) {
        judged.add(judged(mean(members, said, fold), Examples.of(rows, folds.fold(fold).test())));
      }
      ladder.add(Recipe.ensemble(candidate, members), judged, rows.rows());
    }
  }

  private static Calibration curve(Candidate ensemble, Predictions unseen) {
    return switch (ensemble.meanOf()) {
      case PREDICTIONS -> new Calibration.None();
      case RANKS -> RankCurve.of(unseen.outputs());
    };
  }

  private static double[] mean(List<Recipe.Member> members, List<List<Judged>> said, int fold) {
    double[] mean = new double[said.getFirst().get(fold).outputs().length];
    for (int member = 0; member < members.size(); member++) {
      double[] outputs = said.get(member).get(fold).outputs();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += members.get(member).curve().apply(outputs[i]) / members.size();
      }
    }
    return mean;
  }

  private Folds folds(Dataset rows) {
    return Folds.of(rows, split, settings.folds(), settings.seed());
  }

  private List<Integer> rungs(Dataset rows, List<Recipe> recipes) {
    return switch (settings.search()) {
      case GRID -> List.of(rows.rows());
      case HALVING -> Rungs.of(rows.rows(), recipes.size(), settings.candidates().size());
    };
  }

  private Metric metric(Task task) {
    return Metric.choosing(settings.metric(), task);
  }

  private List<Recipe> recipes(Task task) {
    List<Recipe> recipes = new ArrayList<>();
    for (Candidate candidate : settings.candidates()) {
      if (candidate.trainer() == TrainerKind.ENSEMBLE) {
        continue;
      }
      ClassWeights weights = candidate.classWeights().orElse(settings.classWeights());
      for (Hyperparameters chosen : Grid.of(candidate, settings.trials(), settings.seed())) {
        recipes.add(new Recipe(candidate, task, chosen, weights, settings.seed()));
      }
    }
    return recipes;
  }

  private Judged judge(Recipe recipe, Examples seen, Examples unseen) {
    return judged(recipe.train(seen, 1).outputs(unseen), unseen);
  }

  private Judged judged(double[] outputs, Examples unseen) {
    Task task = unseen.task();
    Predictions predictions =
        Predictions.of(task, unseen.labels(), outputs, Predictions.alone(unseen.rows()));
    Metric metric = metric(task);
    double score = metric.of(predictions, cheapest(predictions));
    return new Judged(outputs, Double.isNaN(score) ? undefined(metric) : score);
  }

  private static double undefined(Metric metric) {
    if (!metric.moreIsBetter()) {
      throw new InvalidDatasetException(
          List.of(
              "Metric '%s' is not defined on the rows of a fold, so it cannot choose"
                  .formatted(metric.key())));
    }
    return UNDEFINED;
  }

  /** The threshold that costs least; there is none but for two classes. */
  private Cutoff cheapest(Predictions predictions) {
    return switch (predictions) {
      case BinaryPredictions binary ->
          Cutoff.cheapest(binary, settings.cost().falsePositive(), settings.cost().falseNegative());
      case ClassPredictions _, NumberPredictions _ -> Cutoff.at(0.5);
    };
  }

  /** Every row that a fold judges has one prediction, of the model that had not seen it. */
  private static Predictions outOfFold(Dataset rows, Folds folds, List<Judged> judged) {
    int width = rows.task().width(rows.classes());
    double[] outputs = new double[rows.rows() * width];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] unseen = folds.fold(fold).test();
      for (int i = 0; i < unseen.length; i++) {
        System.arraycopy(judged.get(fold).outputs(), i * width, outputs, unseen[i] * width, width);
      }
    }
    int[] places = folds.judged();
    return Predictions.of(
        rows.task(),
        Predictions.take(rows.labels(), 1, places),
        Predictions.take(outputs, width, places),
        Predictions.alone(places.length));
  }

  private Choice choice(Recipe recipe, Predictions unseen, Dataset rows, int[] judged) {
    Calibration calibration =
        switch (unseen) {
          case BinaryPredictions binary ->
              CalibrationFit.of(settings.calibration(), binary.labels(), binary.probabilities());
          case ClassPredictions classes ->
              settings.calibration() == TrainSettings.Calibration.TEMPERATURE
                  ? CalibrationFit.temperature(
                      classes.labels(), classes.probabilities(), classes.width())
                  : new Calibration.None();
          case NumberPredictions _ -> new Calibration.None();
        };
    Optional<Interval> interval =
        settings.interval().map(wanted -> IntervalFit.of(wanted, rows, judged, unseen.outputs()));
    Choice uncut = new Choice(recipe, calibration, 1, interval);
    double threshold =
        cheapest(unseen.with(uncut.calibrated(unseen.outputs(), unseen.width()))).threshold();
    return new Choice(recipe, calibration, threshold, interval);
  }
}
