package org.penstock.evaluate.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.penstock.evaluate.finding.Verdict.Level;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** What an evaluation of a predicted number comes to. */
final class NumberVerdict {

  /** What explains this much of a number has probably seen it. */
  private static final double SUSPICIOUS_R2 = 0.9999;

  /** Above this share of the best baseline's error nothing is gained. */
  private static final double NEAR_BASELINE = 0.97;

  private static final double MODEST = 0.8;

  private NumberVerdict() {}

  static Verdict of(Map<Metric, Estimate> metrics, List<Baseline> baselines) {
    Estimate error = metrics.get(Metric.MAE);
    Baseline best =
        baselines.stream()
            .min(Comparator.comparingDouble(baseline -> baseline.metrics().get(Metric.MAE)))
            .orElseThrow();
    double least = best.metrics().get(Metric.MAE);
    Level level = level(metrics, least);
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "It is wrong by %s on average (%s), the best baseline (%s) by %s: %s of that error is left."
            .formatted(
                Numbers.metric(error.value()),
                Verdict.interval(error),
                best.name(),
                Numbers.metric(least),
                Numbers.percent(error.value() / least)));
    reasons.add(bias(metrics.get(Metric.BIAS)));
    reasons.add(
        "It explains %s of the variance (R² %s)."
            .formatted(
                Numbers.percent(metrics.get(Metric.R2).value()),
                Verdict.interval(metrics.get(Metric.R2))));
    return new Verdict(level, headline(level), reasons);
  }

  private static Level level(Map<Metric, Estimate> metrics, double least) {
    if (metrics.get(Metric.R2).value() >= SUSPICIOUS_R2) {
      return Level.SUSPICIOUS;
    }
    double upper = metrics.get(Metric.MAE).upper();
    if (!(upper <= NEAR_BASELINE * least)) {
      return Level.NOTHING;
    }
    return upper <= MODEST * least ? Level.USEFUL : Level.MODEST;
  }

  private static String headline(Level level) {
    return switch (level) {
      case SUSPICIOUS -> "This is too good to be true: look for a leak before anything else.";
      case NOTHING -> "There is next to nothing to ship.";
      case MODEST -> "The model is better than its baselines, and not by much.";
      case USEFUL -> "The model is clearly better than its baselines.";
    };
  }

  private static String bias(Estimate bias) {
    String words =
        bias.lower() > 0
            ? "It says too much, by %s on average (%s)."
            : bias.upper() < 0
                ? "It says too little: what it says less what happens is %s on average (%s)."
                : "What it says less what happens is %s on average (%s): no bias is seen.";
    return words.formatted(Numbers.metric(bias.value()), Verdict.interval(bias));
  }
}
