package org.penstock.evaluate.finding;

import java.util.List;
import java.util.Map;
import org.penstock.approval.MetricLimit;
import org.penstock.approval.MetricValue;
import org.penstock.config.ApprovalSettings.Limit;
import org.penstock.evaluation.Estimate;

/**
 * What the policy of the project says of an evaluation, limit by limit. The approve step decides by
 * the same limits; here they are told to the reader.
 *
 * @param lines in the order of the policy
 */
public record PolicyFindings(List<Line> lines) {

  public PolicyFindings {
    lines = List.copyOf(lines);
  }

  /**
   * One limit.
   *
   * @param limit in words
   * @param got what it is compared with; NaN if that was not evaluated
   * @param holds whether the model may be served as far as this limit goes
   */
  public record Line(String limit, double got, boolean holds) {}

  /**
   * Compares.
   *
   * @param metrics by the names that limits have
   */
  public static PolicyFindings of(List<Limit> limits, Map<String, Estimate> metrics) {
    return new PolicyFindings(
        limits.stream()
            .map(MetricLimit::of)
            .map(limit -> {
              Estimate found =
                  metrics.getOrDefault(
                      limit.metric(), new Estimate(Double.NaN, Double.NaN, Double.NaN));
              MetricValue value = new MetricValue(found.value(), found.lower(), found.upper());
              return new Line(limit.toString(), limit.partOf(value), limit.allows(value));
            })
            .toList());
  }

  /** Returns whether the model may be put before a person. */
  public boolean allows() {
    return lines.stream().allMatch(Line::holds);
  }

  /** Returns the limits that are missed. */
  public List<Line> missed() {
    return lines.stream().filter(line -> !line.holds()).toList();
  }
}
