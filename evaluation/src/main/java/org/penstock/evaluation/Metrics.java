package org.penstock.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** All metrics of the same predictions at once, since they share one sort and one pass. */
public final class Metrics {

  private Metrics() {}

  /**
   * Computes every metric of the task; those that the rows do not define are NaN.
   *
   * @param cutoff for two classes; others are decided without one
   */
  public static Map<Metric, Double> of(Predictions predictions, Cutoff cutoff) {
    Measurable rows = Measurable.of(predictions, cutoff);
    double[] values = new double[Metric.values().length];
    rows.measure(rows.once(), values);
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    for (Metric metric : rows.metrics()) {
      metrics.put(metric, values[metric.ordinal()]);
    }
    return Collections.unmodifiableMap(metrics);
  }
}
