package org.penstock.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** All metrics of the same predictions at once, since they share one sort and one pass. */
public final class Metrics {

  private Metrics() {}

  /** Computes every metric; those that the rows do not define are NaN. */
  public static Map<Metric, Double> of(Predictions predictions, Cutoff cutoff) {
    RankedRows rows = new RankedRows(predictions, cutoff);
    double[] values = new double[Metric.values().length];
    rows.measure(rows.once(), values);
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      metrics.put(metric, values[metric.ordinal()]);
    }
    return Collections.unmodifiableMap(metrics);
  }
}
