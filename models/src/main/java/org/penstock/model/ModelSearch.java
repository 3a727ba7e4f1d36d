package org.penstock.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.config.Candidate;
import org.penstock.config.SplitSettings;
import org.penstock.config.TrainSettings;
import org.penstock.config.TrainSettings.ClassWeights;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Folds;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.Split;
import org.penstock.dataset.Subset;
import org.penstock.evaluation.BinaryPredictions;
import org.penstock.evaluation.ClassPredictions;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.Trials;
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

  ModelSearch(SplitSettings split, TrainSettings settings, Workers workers) {
    this.split = split;
    this.settings = settings;
    this.workers = workers;
  }

  /** What was tried, and a choice for every candidate, by name. */
  record Found(Trials trials, Map<String, Choice> choices, Choice chosen) {}

  /** One combination on one fold: what is said of the rows of the fold, and the metric. */
  private record Judged(double[] outputs, double metric) {}

  /** Returns how many models a search trains. */
  static int models(TrainSettings settings) {
    return settings.candidates().stream()
            .filter(each -> each.trainer() != TrainerKind.ENSEMBLE)
            .mapToInt(each -> Grid.of(each, settings.trials(), settings.seed()).size())
            .sum()
        * settings.folds();
  }

  Found run(Dataset train) throws InterruptedException {
    Dataset rows = train.rows(Subset.ofWholeGroups(train, settings.searchRows(), settings.seed()));
    rows.requireLearnable();
    Folds folds = Folds.of(rows, split, settings.folds(), settings.seed());
    List<Recipe> recipes = new ArrayList<>(recipes(rows.task()));
    List<Judged> judged = new ArrayList<>(workers.all(tasks(rows, folds, recipes)));
    addEnsembles(rows, folds, recipes, judged);
    double[] means = new double[recipes.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = scores(judged, i).stream().mapToDouble(score -> score).average().orElseThrow();
    }
    Map<String, Integer> best = best(recipes, judged, rows.task());
    int chosen = chosen(best, judged, rows.task());
    Map<String, Choice> choices = new TreeMap<>();
    best.forEach((name, i) ->
        choices.put(
            name,
            choice(
                recipes.get(i),
                outOfFold(rows, folds, ofRecipe(judged, i)),
                rows,
                folds.judged())));
    return new Found(
        trials(rows, recipes, judged, means, chosen),
        choices,
        choices.get(recipes.get(chosen).candidate().name()));
  }

  /** An ensemble needs no training: what its members say of a fold, they have said already. */
  private void addEnsembles(Dataset rows, Folds folds, List<Recipe> recipes, List<Judged> judged) {
    Map<String, Integer> best = best(recipes, judged, rows.task());
    for (Candidate candidate : settings.candidates()) {
      if (candidate.trainer() != TrainerKind.ENSEMBLE) {
        continue;
      }
      List<Recipe.Member> members = new ArrayList<>();
      List<List<Judged>> said = new ArrayList<>();
      for (String name : candidate.members()) {
        List<Judged> own = List.copyOf(ofRecipe(judged, best.get(name)));
        said.add(own);
        members.add(
            new Recipe.Member(
                recipes.get(best.get(name)), curve(candidate, outOfFold(rows, folds, own))));
      }
      recipes.add(Recipe.ensemble(candidate, members));
      for (int fold = 0; fold < folds.count(); fold++) {
        judged.add(judged(mean(members, said, fold), Examples.of(rows, folds.fold(fold).test())));
      }
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

  private Trials trials(
      Dataset rows, List<Recipe> recipes, List<Judged> judged, double[] means, int chosen) {
    List<Trials.Trial> trials = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      Candidate candidate = recipes.get(i).candidate();
      trials.add(
          new Trials.Trial(
              candidate.name(),
              candidate.trainer().name().toLowerCase(Locale.ROOT),
              recipes.get(i).chosen().values(),
              scores(judged, i),
              means[i],
              i == chosen));
    }
    return new Trials(
        Trials.FORMAT_VERSION,
        settings.metric(),
        settings.folds(),
        rows.rows(),
        settings.seed(),
        trials);
  }

  private List<Double> scores(List<Judged> judged, int recipe) {
    return ofRecipe(judged, recipe).stream().map(Judged::metric).toList();
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
    return judged(recipe.train(seen, 1).outputs(unseen), unseen);
  }

  private Judged judged(double[] outputs, Examples unseen) {
    Task task = unseen.task();
    Predictions predictions =
        Predictions.of(task, unseen.labels(), outputs, Predictions.alone(unseen.labels().length));
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

  private List<Judged> ofRecipe(List<Judged> judged, int recipe) {
    return judged.subList(recipe * settings.folds(), (recipe + 1) * settings.folds());
  }

  /** Every row that is judged has one prediction, of the model that had not seen it. */
  private static Predictions outOfFold(Dataset rows, Folds folds, List<Judged> judged) {
    int width = rows.task().width(rows.classes());
    double[] outputs = new double[rows.rows() * width];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] unseen = folds.fold(fold).test();
      for (int i = 0; i < unseen.length; i++) {
        System.arraycopy(judged.get(fold).outputs(), i * width, outputs, unseen[i] * width, width);
      }
    }
    return Predictions.of(rows.task(), rows.labels(), outputs, Predictions.alone(rows.rows()))
        .rows(folds.judged());
  }

  private Choice choice(Recipe recipe, Predictions unseen, Dataset rows, int[] judged) {
    Calibration calibration =
        switch (unseen) {
          case BinaryPredictions binary ->
              CalibrationFit.of(settings.calibration(), binary.labels(), binary.probabilities());
          case ClassPredictions _, NumberPredictions _ -> new Calibration.None();
        };
    Optional<Interval> interval =
        settings.interval().map(wanted -> IntervalFit.of(wanted, rows, judged, unseen.outputs()));
    Choice uncut = new Choice(recipe, calibration, 1, interval);
    double threshold = cheapest(unseen.with(uncut.calibrated(unseen.outputs()))).threshold();
    return new Choice(recipe, calibration, threshold, interval);
  }

  /** The first of equally good ones stays the best. */
  private Map<String, Integer> best(List<Recipe> recipes, List<Judged> judged, Task task) {
    Map<String, Integer> best = new LinkedHashMap<>();
    for (int i = 0; i < recipes.size(); i++) {
      best.merge(
          recipes.get(i).candidate().name(),
          i,
          (old, other) -> lead(judged, other, old, task).mean() > 0 ? other : old);
    }
    return best;
  }

  /**
   * Candidates stand in the order of preference: a later one must lead by more than the standard
   * error of its lead, or what chooses is chance.
   */
  private int chosen(Map<String, Integer> best, List<Judged> judged, Task task) {
    return settings.candidates().stream()
        .map(candidate -> best.get(candidate.name()))
        .reduce((old, other) -> lead(judged, other, old, task).isClear() ? other : old)
        .orElseThrow();
  }

  private Lead lead(List<Judged> judged, int recipe, int other, Task task) {
    return Lead.of(scores(judged, recipe), scores(judged, other), metric(task).moreIsBetter());
  }
}
