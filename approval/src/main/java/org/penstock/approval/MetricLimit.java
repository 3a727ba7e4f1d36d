package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.penstock.config.ApprovalSettings.Bound;
import org.penstock.config.ApprovalSettings.Limit;
import org.penstock.config.ApprovalSettings.On;

/**
 * The worst value of one metric at which a model may still be served.
 *
 * @param metric name as written by the evaluate step, e.g. {@code "auc"}
 * @param on which number of the metric is compared; an end of the interval asks for certainty
 * @param bound side of {@code limit} on which the number must lie; the limit itself is allowed
 * @param limit finite, in the unit of the metric
 */
public record MetricLimit(String metric, On on, Bound bound, double limit) {

  public MetricLimit {
    requireNonNull(metric, "metric");
    requireNonNull(on, "on");
    requireNonNull(bound, "bound");
    if (!Double.isFinite(limit)) {
      throw new IllegalArgumentException(
          "The limit of metric '%s' must be finite, got %s".formatted(metric, limit));
    }
  }

  /** Returns a limit of {@code project.yaml}. */
  public static MetricLimit of(Limit limit) {
    return new MetricLimit(limit.metric(), limit.on(), limit.bound(), limit.limit());
  }

  /** Returns the number of a metric that this limit is about. */
  public double partOf(MetricValue value) {
    return switch (on) {
      case VALUE -> value.value();
      case LOWER -> value.lower();
      case UPPER -> value.upper();
    };
  }

  /** Returns whether {@code value} satisfies this limit; NaN never does. */
  public boolean allows(MetricValue value) {
    return switch (bound) {
      case AT_LEAST -> partOf(value) >= limit;
      case AT_MOST -> partOf(value) <= limit;
    };
  }

  /** Returns the limit in words: {@code the lower end of auc must be at least 0.6}. */
  @Override
  public String toString() {
    String number =
        switch (on) {
          case VALUE -> metric;
          case LOWER -> "the lower end of " + metric;
          case UPPER -> "the upper end of " + metric;
        };
    String side = bound.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s must be %s %s".formatted(number, side, limit);
  }
}
