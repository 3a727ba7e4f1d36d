package org.penstock.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.config.RepeatSettings;
import org.penstock.config.SplitSettings;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Folds;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Metrics;
import org.penstock.evaluation.Predictions;
import org.penstock.evaluation.Trials;

/**
 * Judges a chosen recipe again under other splits of all rows. Its hyperparameters, calibration and
 * threshold stay as they were chosen, so the figures say how much of a metric is the luck of a
 * split, and are no second test.
 */
final class RepeatedSplits {

  private final RepeatSettings settings;
  private final List<Split> splits;

  /**
   * @throws org.penstock.dataset.InvalidDatasetException if the rows cannot be divided so
   */
  RepeatedSplits(RepeatSettings settings, SplitSettings split, Dataset dataset, long seed) {
    this.settings = settings;
    this.splits = new ArrayList<>();
    for (int time = 1; time <= settings.times(); time++) {
      switch (settings.by()) {
        case SPLIT -> splits.add(Split.of(dataset, split, seed + time));
        case FOLD -> {
          Folds folds = Folds.of(dataset, split, settings.folds(), seed + time);
          for (int fold = 0; fold < folds.count(); fold++) {
            splits.add(folds.fold(fold));
          }
        }
      }
    }
  }

  Trials.Repeats judge(Dataset dataset, Choice choice, Cost cost, Workers workers)
      throws InterruptedException {
    Cutoff cutoff = new Cutoff(choice.threshold(), cost.falsePositive(), cost.falseNegative());
    List<Workers.Task<Map<Metric, Double>>> tasks = new ArrayList<>();
    for (Split split : splits) {
      tasks.add(() -> judge(dataset, split, choice, cutoff));
    }
    Map<String, List<Double>> metrics = new TreeMap<>();
    for (Map<Metric, Double> judged : workers.all(tasks)) {
      judged.forEach((metric, value) ->
          metrics.computeIfAbsent(metric.key(), _ -> new ArrayList<>()).add(value));
    }
    metrics.values().removeIf(values -> !values.stream().allMatch(Double::isFinite));
    return new Trials.Repeats(
        settings.by().name().toLowerCase(Locale.ROOT),
        settings.by() == RepeatSettings.By.FOLD ? settings.folds() : 1,
        settings.times(),
        metrics);
  }

  private static Map<Metric, Double> judge(
      Dataset dataset, Split split, Choice choice, Cutoff cutoff) {
    Examples unseen = Examples.of(dataset, split.test());
    Learned learned = choice.recipe().train(Examples.of(dataset, split.train()), 1);
    Predictions predictions =
        Predictions.of(
            unseen.task(),
            unseen.labels(),
            choice.calibrated(learned.outputs(unseen), unseen.width()),
            Predictions.alone(unseen.rows()));
    return Metrics.of(predictions, cutoff);
  }
}
