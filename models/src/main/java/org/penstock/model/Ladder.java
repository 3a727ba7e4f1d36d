package org.penstock.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.penstock.config.Candidate;
import org.penstock.config.TrainSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Folds;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Trials;

/** What a search knows of each combination, and which of them are still judged. */
final class Ladder {

  private final TrainSettings settings;
  private final List<Recipe> recipes;
  private final Workers workers;
  private final Deadline deadline;
  private final Judging judging;

  /** By the number of the combination. */
  private final Map<Integer, Rung> known = new TreeMap<>();

  private List<Integer> left = new ArrayList<>();
  private int leftOut;
  private int models;

  /** One combination on one fold: what is said of the rows of the fold, and the metric. */
  record Judged(double[] outputs, double metric) {}

  /** Judges a combination on a fold. */
  @FunctionalInterface
  interface Judging {
    Judged judge(Recipe recipe, Examples seen, Examples unseen);
  }

  /** How a combination was judged last: fold by fold, on how many rows. */
  private record Rung(List<Judged> judged, int rows) {

    List<Double> scores() {
      return judged.stream().map(Judged::metric).toList();
    }

    double mean() {
      return scores().stream().mapToDouble(score -> score).average().orElseThrow();
    }
  }

  Ladder(
      TrainSettings settings,
      List<Recipe> recipes,
      Workers workers,
      Deadline deadline,
      Judging judging) {
    this.settings = settings;
    this.recipes = new ArrayList<>(recipes);
    this.workers = workers;
    this.deadline = deadline;
    this.judging = judging;
    for (int i = 0; i < recipes.size(); i++) {
      left.add(i);
    }
  }

  /** Judges those that are left; after the deadline only the first of each candidate. */
  void judge(Dataset rows, Folds folds) throws InterruptedException {
    List<Optional<Judged>> judged = workers.all(tasks(rows, folds));
    models += judged.size();
    List<Integer> whole = new ArrayList<>();
    for (int place = 0; place < left.size(); place++) {
      List<Judged> all =
          judged.subList(place * folds.count(), (place + 1) * folds.count()).stream()
              .flatMap(Optional::stream)
              .toList();
      if (all.size() == folds.count()) {
        known.put(left.get(place), new Rung(all, rows.rows()));
        whole.add(left.get(place));
      }
    }
    leftOut += left.size() - whole.size();
    left = whole;
  }

  private List<Workers.Task<Optional<Judged>>> tasks(Dataset rows, Folds folds) {
    List<Examples> seen = new ArrayList<>();
    List<Examples> unseen = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      Split split = folds.fold(fold);
      seen.add(Examples.of(rows, split.train()));
      unseen.add(Examples.of(rows, split.test()));
    }
    Set<String> begun = new HashSet<>();
    List<Workers.Task<Optional<Judged>>> tasks = new ArrayList<>();
    for (int i : left) {
      boolean must = begun.add(name(i));
      for (int fold = 0; fold < folds.count(); fold++) {
        Examples learnt = seen.get(fold);
        Examples judged = unseen.get(fold);
        tasks.add(() ->
            must || !deadline.isPast()
                ? Optional.of(judging.judge(recipes.get(i), learnt, judged))
                : Optional.empty());
      }
    }
    return tasks;
  }

  /** Keeps the better half, the best first, and of each candidate the best at least. */
  void halve(Metric metric) {
    int half = (left.size() + 1) / 2;
    Comparator<Integer> ascending = Comparator.comparingDouble(i -> known.get(i).mean());
    List<Integer> sorted =
        left.stream().sorted(metric.moreIsBetter() ? ascending.reversed() : ascending).toList();
    Set<String> kept = new HashSet<>();
    left = new ArrayList<>();
    for (int place = 0; place < sorted.size(); place++) {
      if (kept.add(name(sorted.get(place))) || place < half) {
        left.add(sorted.get(place));
      }
    }
  }

  private String name(int recipe) {
    return recipes.get(recipe).candidate().name();
  }

  /** Adds a combination that is judged already, on the rows of the last rung. */
  void add(Recipe recipe, List<Judged> judged, int rows) {
    left.add(recipes.size());
    known.put(recipes.size(), new Rung(judged, rows));
    recipes.add(recipe);
  }

  Recipe recipe(int number) {
    return recipes.get(number);
  }

  /** Returns how many models were begun or left out. */
  int models() {
    return models;
  }

  /** Returns how a combination was judged last, fold by fold. */
  List<Judged> judged(int recipe) {
    return known.get(recipe).judged();
  }

  /** Returns the best of each candidate, in their order; the first of equally good ones stays. */
  Map<String, Integer> best(Metric metric) {
    Map<String, Integer> best = new LinkedHashMap<>();
    left.stream()
        .sorted()
        .forEach(i ->
            best.merge(
                name(i), i, (old, other) -> lead(other, old, metric).mean() > 0 ? other : old));
    return best;
  }

  /**
   * Chooses among the best of each candidate. Candidates stand in the order of preference: a later
   * one must lead by more than the standard error of its lead, or what chooses is chance.
   */
  int chosen(Map<String, Integer> best, Metric metric) {
    return settings.candidates().stream()
        .map(candidate -> best.get(candidate.name()))
        .reduce((old, other) -> lead(other, old, metric).isClear() ? other : old)
        .orElseThrow();
  }

  private Lead lead(int recipe, int other, Metric metric) {
    return Lead.of(known.get(recipe).scores(), known.get(other).scores(), metric.moreIsBetter());
  }

  Trials trials(Dataset rows, int chosen) {
    List<Trials.Trial> trials = new ArrayList<>();
    known.forEach((i, rung) -> {
      Candidate candidate = recipes.get(i).candidate();
      boolean fewer = rung.rows() < rows.rows();
      trials.add(
          new Trials.Trial(
              candidate.name(),
              candidate.trainer().name().toLowerCase(Locale.ROOT),
              recipes.get(i).chosen().values(),
              rung.scores(),
              rung.mean(),
              i == chosen,
              fewer ? OptionalInt.of(rung.rows()) : OptionalInt.empty()));
    });
    return new Trials(
        Trials.FORMAT_VERSION,
        settings.metric(),
        settings.folds(),
        rows.rows(),
        settings.seed(),
        trials,
        leftOut,
        Optional.empty());
  }
}
