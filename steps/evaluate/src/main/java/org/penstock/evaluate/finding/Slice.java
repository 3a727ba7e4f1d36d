package org.penstock.evaluate.finding;

import java.util.Map;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/**
 * The test rows of one value of a column, judged alone.
 *
 * @param column the column
 * @param value what its rows have in common
 * @param rows how many, at least 1
 * @param happened share of the positive ones, or mean of the targets; NaN for several classes
 * @param said mean of what the model says of them; NaN for several classes
 * @param metrics NaN where they are not defined
 */
public record Slice(
    String column,
    String value,
    long rows,
    double happened,
    double said,
    Map<Metric, Estimate> metrics) {

  public Slice {
    metrics = Map.copyOf(metrics);
  }
}
