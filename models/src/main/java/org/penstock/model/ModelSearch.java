package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.config.Candidate;
import org.penstock.config.TrainSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Folds;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.Split;
import org.penstock.dataset.Subset;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Predictions;
import org.penstock.scoring.Calibration;

/**
 * Compares the combinations of hyperparameters of all candidates by k folds that keep groups
 * together. Sees rows of the train split only.
 *
 * <p>A metric that needs a threshold is taken at the one that costs least on the fold itself, for
 * every combination alike.
 */
final class ModelSearch {

  private final TrainSettings settings;
  private final Workers workers;

  ModelSearch(TrainSettings settings, Workers workers) {
    this.settings = settings;
    this.workers = workers;
  }

  /** What was found: the report, and a choice for every candidate. */
  record Found(SearchReport report, Map<String, Choice> choices) {

    Choice chosen() {
      return choices.get(report.chosen());
    }
  }

  /** One combination on one fold: probabilities for the rows of the fold, and the metric. */
  private record Judged(double[] probabilities, double metric) {}

  /** Returns how many models a search trains. */
  static int models(TrainSettings settings) {
    return recipes(settings).size() * settings.folds();
  }

  Found run(Dataset train) throws InterruptedException {
    Dataset rows = train.rows(Subset.ofWholeGroups(train, settings.searchRows(), settings.seed()));
    rows.requireBinary();
    Folds folds = Folds.byGroup(rows, settings.folds(), settings.seed());
    List<Recipe> recipes = recipes(settings);
    List<Judged> judged = workers.all(tasks(rows, folds, recipes));
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < recipes.size(); i++) {
      List<Double> metrics = ofRecipe(judged, i).stream().map(Judged::metric).toList();
      Recipe recipe = recipes.get(i);
      trials.add(new Trial(recipe.candidate().name(), recipe.chosen().values(), metrics));
    }
    Map<String, Integer> best = best(trials);
    Map<String, Choice> choices = new TreeMap<>();
    best.forEach((name, i) ->
        choices.put(
            name,
            choice(recipes.get(i), trials.get(i), outOfFold(rows, folds, ofRecipe(judged, i)))));
    int groups = Grouping.of(rows.groups()).count();
    return new Found(
        new SearchReport(metric(), rows.rows(), groups, trials, best, chosen(trials, best)),
        choices);
  }

  private Metric metric() {
    return Metric.named(settings.metric());
  }

  private static List<Recipe> recipes(TrainSettings settings) {
    List<Recipe> recipes = new ArrayList<>();
    for (Candidate candidate : settings.candidates()) {
      for (Hyperparameters chosen : Grid.of(candidate, settings.trials(), settings.seed())) {
        recipes.add(new Recipe(candidate, chosen, settings.classWeights(), settings.seed()));
      }
    }
    return recipes;
  }

  private List<Workers.Task<Judged>> tasks(Dataset rows, Folds folds, List<Recipe> recipes) {
    List<Examples> seen = new ArrayList<>();
    List<Examples> unseen = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      Split split = folds.fold(fold);
      seen.add(Examples.of(rows, split.train()));
      unseen.add(Examples.of(rows, split.test()));
    }
    List<Workers.Task<Judged>> tasks = new ArrayList<>();
    for (Recipe recipe : recipes) {
      for (int fold = 0; fold < folds.count(); fold++) {
        Examples learnt = seen.get(fold);
        Examples judged = unseen.get(fold);
        tasks.add(() -> judge(recipe, learnt, judged));
      }
    }
    return tasks;
  }

  private Judged judge(Recipe recipe, Examples seen, Examples unseen) {
    double[] probabilities = recipe.train(seen, 1).probabilities(unseen);
    Predictions predictions = Predictions.of(unseen.labels(), probabilities);
    return new Judged(probabilities, metric().of(predictions, cheapest(predictions)));
  }

  private Cutoff cheapest(Predictions predictions) {
    return Cutoff.cheapest(
        predictions, settings.cost().falsePositive(), settings.cost().falseNegative());
  }

  private List<Judged> ofRecipe(List<Judged> judged, int recipe) {
    return judged.subList(recipe * settings.folds(), (recipe + 1) * settings.folds());
  }

  /** Every row has one prediction, of the model that had not seen it. */
  private static Predictions outOfFold(Dataset rows, Folds folds, List<Judged> judged) {
    double[] probabilities = new double[rows.rows()];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] unseen = folds.fold(fold).test();
      for (int i = 0; i < unseen.length; i++) {
        probabilities[unseen[i]] = judged.get(fold).probabilities()[i];
      }
    }
    return Predictions.of(rows.labels(), probabilities);
  }

  private Choice choice(Recipe recipe, Trial trial, Predictions unseen) {
    Calibration calibration =
        CalibrationFit.of(settings.calibration(), unseen.labels(), unseen.probabilities());
    double[] calibrated = new double[unseen.rows()];
    for (int row = 0; row < calibrated.length; row++) {
      calibrated[row] = calibration.apply(unseen.probabilities()[row]);
    }
    double threshold = cheapest(unseen.with(calibrated)).threshold();
    return new Choice(recipe, calibration, threshold, trial.mean());
  }

  /** The first of equally good ones stays the best; one that is not defined never is. */
  private Map<String, Integer> best(List<Trial> trials) {
    Map<String, Integer> best = new TreeMap<>();
    for (int i = 0; i < trials.size(); i++) {
      int trial = i;
      best.merge(
          trials.get(i).candidate(), i, (old, _) -> isBetter(trials, trial, old) ? trial : old);
    }
    return best;
  }

  private String chosen(List<Trial> trials, Map<String, Integer> best) {
    int chosen = best.get(settings.candidates().getFirst().name());
    for (Candidate candidate : settings.candidates()) {
      int other = best.get(candidate.name());
      chosen = isBetter(trials, other, chosen) ? other : chosen;
    }
    return trials.get(chosen).candidate();
  }

  private boolean isBetter(List<Trial> trials, int trial, int other) {
    double mean = trials.get(trial).mean();
    double best = trials.get(other).mean();
    return metric().isBetter(mean, best) || (Double.isNaN(best) && !Double.isNaN(mean));
  }
}
