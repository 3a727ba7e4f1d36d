package org.penstock.model;

import java.util.List;
import java.util.Map;
import org.penstock.evaluation.Metric;

/**
 * What a search tried and found. Holds nothing that differs between two searches of equal seeds.
 *
 * @param metric by which the trials are compared
 * @param rows how many rows the search used
 * @param groups how many groups these belong to
 * @param trials in the order of {@code project.yaml} and of the grids
 * @param best index of the best trial of each candidate, by name
 * @param chosen name of the candidate whose best trial is the best of all
 */
public record SearchReport(
    Metric metric,
    int rows,
    int groups,
    List<Trial> trials,
    Map<String, Integer> best,
    String chosen) {

  public SearchReport {
    trials = List.copyOf(trials);
    best = Map.copyOf(best);
  }
}
