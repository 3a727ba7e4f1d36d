package org.penstock.evaluate.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** What a reader of the metrics should know before believing them, a sentence each. */
final class Warnings {

  /** With fewer, an interval is wide and a resample may have next to none. */
  private static final long FEW_POSITIVES = 100;

  private static final double MISCALIBRATED = 0.2;

  private final List<String> warnings = new ArrayList<>();

  List<String> all() {
    return List.copyOf(warnings);
  }

  /**
   * @param entity what names an entity, e.g. the column {@code id}; empty if rows have none
   */
  Warnings rows(RowCounts rows, SplitSettings split, Optional<String> entity) {
    if (rows.shared().any()) {
      warnings.add(
          ("%s %s are only %s groups%s: %s of them share all of these with"
                  + " another, up to %s in one group. What looks like several may be one, so a"
                  + " split by %s alone puts the same on both sides.")
              .formatted(
                  Numbers.count(rows.shared().entities()),
                  entity.map("values of '%s'"::formatted).orElse("rows"),
                  Numbers.count(rows.shared().groups()),
                  differing(split.group()),
                  Numbers.count(rows.shared().sharing()),
                  Numbers.count(rows.shared().largest()),
                  entity.map("'%s'"::formatted).orElse("row")));
    }
    if (rows.shared().any() && split.by() == By.ENTITY) {
      warnings.add("This split is by '%s' and so shares groups.".formatted(entity.orElse("row")));
    }
    if (split.by() == By.RANDOM && !split.forcedBecause().isBlank()) {
      warnings.add(
          "The split is random although rows share entities, forced because: %s. The metrics are"
                  .formatted(split.forcedBecause())
              + " better than what unseen entities will show.");
    }
    return this;
  }

  Warnings positives(RowCounts rows) {
    if (rows.testPositives() < FEW_POSITIVES) {
      warnings.add(
          "Only %s positive rows are in the test split: every number here may be luck."
              .formatted(Numbers.count(rows.testPositives())));
    }
    return this;
  }

  /** Warns of labels with few rows, or none, in the test split. */
  Warnings labels(RowCounts rows, List<String> labels) {
    for (int k = 0; k < labels.size(); k++) {
      long count = rows.testLabels().get(k);
      if (count < FEW_POSITIVES) {
        warnings.add(
            count == 0
                ? "No row of the test split has the label '%s': nothing here says how it is told."
                    .formatted(labels.get(k))
                : "Only %s rows of the test split have the label '%s': what is said of it may be luck."
                    .formatted(Numbers.count(count), labels.get(k)));
      }
    }
    return this;
  }

  Warnings calibration(double meanProbability, double baseRate) {
    if (!(Math.abs(meanProbability / baseRate - 1) <= MISCALIBRATED)) {
      warnings.add(
          "The model says %s on average and %s happens: its probabilities are no frequencies."
              .formatted(Numbers.percent(meanProbability), Numbers.percent(baseRate)));
    }
    return this;
  }

  Warnings forecast(ForecastFindings forecast) {
    warnings.addAll(forecast.notBeaten());
    return this;
  }

  /** Warns of features that say the same of all rows. */
  Warnings constant(List<String> features) {
    if (!features.isEmpty()) {
      warnings.add(
          "Nothing can be learnt from %s: the same value, or none, in all rows of the train split."
              .formatted(String.join(", ", features)));
    }
    return this;
  }

  /** Warns of slices that are served worse than all rows beyond doubt. */
  Warnings slices(List<Slice> slices, Metric metric, double whole) {
    for (Slice slice : slices) {
      Estimate of = slice.metrics().get(metric);
      if (metric.isBetter(whole, metric.moreIsBetter() ? of.upper() : of.lower())) {
        warnings.add(
            "Where %s is %s the model is worse than elsewhere: %s %s (%s to %s), %s rows."
                .formatted(
                    slice.column(),
                    slice.value(),
                    metric.title(),
                    Numbers.metric(of.value()),
                    Numbers.metric(of.lower()),
                    Numbers.metric(of.upper()),
                    Numbers.count(slice.rows())));
      }
    }
    return this;
  }

  /** Warns of a model that did not have to be: another candidate is better beyond doubt. */
  Warnings candidates(List<Contender> candidates, Metric metric) {
    for (Contender candidate : candidates) {
      candidate
          .difference()
          .map(difference -> difference.get(metric))
          .filter(difference ->
              metric.isBetter(metric.moreIsBetter() ? difference.lower() : difference.upper(), 0))
          .ifPresent(difference ->
              warnings.add(
                  "Candidate '%s', which the search did not choose, has a %s %s on these rows"
                          .formatted(
                              candidate.candidate(),
                              metric.moreIsBetter() ? "higher" : "lower",
                              metric.title())
                      + ", by %s (%s to %s). Choosing it now would be choosing by the test split."
                          .formatted(
                              Numbers.metric(difference.value()),
                              Numbers.metric(difference.lower()),
                              Numbers.metric(difference.upper()))));
    }
    return this;
  }

  private static String differing(List<String> columns) {
    if (columns.isEmpty()) {
      return "";
    }
    return columns.size() <= 3
        ? " that differ in " + String.join(", ", columns)
        : " that differ in any of the %d columns of split.group".formatted(columns.size());
  }
}
