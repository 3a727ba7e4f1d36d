package org.penstock.evaluate.finding;

import java.util.Map;
import java.util.Optional;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/**
 * Another model, or the same recipe under another split.
 *
 * @param split what its rows were split by
 * @param candidate its name in {@code project.yaml}, or {@code champion}
 * @param rows it was judged on
 * @param metrics at the costs of the project
 * @param difference its metrics less those of the judged model on the same draws, where both were
 *     judged on the same rows
 */
public record Contender(
    String split,
    String candidate,
    long rows,
    Map<Metric, Estimate> metrics,
    Optional<Map<Metric, Estimate>> difference) {

  public Contender {
    metrics = Map.copyOf(metrics);
    difference = difference.map(Map::copyOf);
  }
}
