package org.penstock.approval;

import java.util.Map;
import org.penstock.json.JsonFields;

/** Reads the metrics, and nothing else, of the evaluation that the evaluate step writes. */
public final class EvaluationMetrics {

  private EvaluationMetrics() {}

  /**
   * Returns the metrics by name.
   *
   * @param json an evaluation, format version 1; a metric that is undefined has no {@code value},
   *     one without an interval no {@code lower} and {@code upper}, and both read as NaN
   * @throws IllegalArgumentException if it is no such evaluation
   */
  public static Map<String, MetricValue> parse(byte[] json) {
    JsonFields evaluation = JsonFields.read("evaluation", 1, json);
    return evaluation.map("metrics", EvaluationMetrics::metric);
  }

  private static MetricValue metric(Object tree) {
    JsonFields fields = JsonFields.of("metric", tree);
    return new MetricValue(
        number(fields, "value"), number(fields, "lower"), number(fields, "upper"));
  }

  private static double number(JsonFields fields, String name) {
    return fields.has(name) ? fields.number(name) : Double.NaN;
  }
}
