package org.penstock.evaluate.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Trials;

/**
 * All that an evaluation finds.
 *
 * @param subject what was judged
 * @param rows on how many rows
 * @param metrics of the test split
 * @param baselines what has to be beaten
 * @param slices by column, in the order of the configuration
 * @param candidates the other candidates, on the same rows where train could
 * @param splits the same recipe, split differently
 * @param champion the model that serves now
 * @param importances of the features, greatest first
 * @param trials the search that led to the model
 * @param warnings what a reader should know, a sentence each
 * @param verdict what it all comes to
 * @param detail what only this task has
 * @param forecast what is found of a forecast
 */
public record Findings(
    Subject subject,
    RowCounts rows,
    Map<Metric, Estimate> metrics,
    List<Baseline> baselines,
    List<Slice> slices,
    List<Contender> candidates,
    List<Contender> splits,
    Optional<Contender> champion,
    List<Importance> importances,
    Trials trials,
    List<String> warnings,
    Verdict verdict,
    Detail detail,
    Optional<ForecastFindings> forecast) {

  public Findings {
    metrics = Map.copyOf(metrics);
    baselines = List.copyOf(baselines);
    slices = List.copyOf(slices);
    candidates = List.copyOf(candidates);
    splits = List.copyOf(splits);
    importances = List.copyOf(importances);
    warnings = List.copyOf(warnings);
  }

  /** Returns all that a policy may limit, by name. */
  public SortedMap<String, Estimate> estimates() {
    SortedMap<String, Estimate> estimates = new TreeMap<>();
    metrics.forEach((metric, estimate) -> estimates.put(metric.key(), estimate));
    forecast.ifPresent(found -> estimates.putAll(found.metrics()));
    return estimates;
  }

  /** Returns the baseline that figures are shown beside. */
  public Baseline baseline() {
    return baselines.getLast();
  }
}
