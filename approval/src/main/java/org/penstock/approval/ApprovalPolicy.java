package org.penstock.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.penstock.config.ApprovalSettings;

/**
 * Decides whether a model may be put before a person, from the metrics of its evaluation.
 *
 * <p>A model is rejected if any metric misses its limit. All missed limits are reported, not only
 * the first, so that one run tells the whole story. Instances are immutable.
 */
public final class ApprovalPolicy {

  private final List<MetricLimit> limits;

  /**
   * @param limits at least one, since a policy without limits would let every model through
   * @throws IllegalArgumentException if {@code limits} is empty
   */
  public ApprovalPolicy(List<MetricLimit> limits) {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("An approval policy needs at least one metric limit");
    }

    this.limits = List.copyOf(limits);
  }

  /** Returns the policy of {@code project.yaml}. */
  public static ApprovalPolicy of(ApprovalSettings settings) {
    return new ApprovalPolicy(settings.policy().stream().map(MetricLimit::of).toList());
  }

  /**
   * Compares {@code metrics} with every limit of this policy.
   *
   * @param metrics by name; metrics without a limit are ignored
   * @throws MissingMetricException if a limited metric is absent: the evaluation is incomplete, and
   *     absence must not read as approval
   */
  public ApprovalDecision decide(Map<String, MetricValue> metrics) {
    List<String> missing =
        limits.stream()
            .map(MetricLimit::metric)
            .filter(metric -> !metrics.containsKey(metric))
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingMetricException(missing, new TreeSet<>(metrics.keySet()));
    }

    List<String> reasons =
        limits.stream()
            .filter(limit -> !limit.allows(metrics.get(limit.metric())))
            .map(limit -> missed(limit, metrics.get(limit.metric())))
            .toList();
    return reasons.isEmpty()
        ? new ApprovalDecision.Approvable()
        : new ApprovalDecision.Rejected(reasons);
  }

  private static String missed(MetricLimit limit, MetricValue value) {
    return String.format(Locale.ROOT, "%s, got %.4g", limit, limit.partOf(value));
  }
}
