package org.penstock.evaluate.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.evaluate.finding.Verdict.Level;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Confusion;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** What an evaluation of two classes comes to. */
final class BinaryVerdict {

  /** Nobody predicts what people do this well without having seen the answer. */
  private static final double SUSPICIOUS_AUC = 0.95;

  /** Below this AUC an order of rows is hardly worth more than none. */
  private static final double NEAR_CHANCE = 0.55;

  private static final double MODEST_AUC = 0.65;

  /** A split that looks this much better in AUC than the honest one is worth a sentence. */
  private static final double GAP = 0.02;

  private BinaryVerdict() {}

  /**
   * Weighs the metrics of a test split.
   *
   * @param splits the same recipe under other splits
   * @param splitNames how to call a split, by its word in the configuration
   */
  static Verdict of(
      Map<Metric, Estimate> metrics,
      Confusion decisions,
      RowCounts rows,
      Cutoff cutoff,
      String split,
      List<Contender> splits,
      Map<String, String> splitNames) {
    Estimate auc = metrics.get(Metric.AUC);
    Estimate precision = metrics.get(Metric.AVERAGE_PRECISION);
    Level level = level(auc, precision, rows.baseRate());
    List<String> reasons = new ArrayList<>();
    reasons.add(ranking(auc));
    reasons.add(finding(precision, rows.baseRate()));
    for (Contender other : splits) {
      gap(auc, other, split, splitNames).ifPresent(reasons::add);
    }
    reasons.add(
        decisions.calledPositive() == 0
            ? noDecision(cutoff)
            : cost(metrics.get(Metric.EXPECTED_COST), rows.baseRate(), cutoff));
    return new Verdict(level, headline(level), reasons);
  }

  /** Comparisons are positive, so that an interval that is not defined is nothing to ship on. */
  private static Level level(Estimate auc, Estimate precision, double baseRate) {
    if (auc.value() >= SUSPICIOUS_AUC) {
      return Level.SUSPICIOUS;
    }
    if (!(auc.lower() >= NEAR_CHANCE && precision.lower() > baseRate)) {
      return Level.NOTHING;
    }
    return auc.lower() >= MODEST_AUC ? Level.USEFUL : Level.MODEST;
  }

  private static String headline(Level level) {
    return switch (level) {
      case SUSPICIOUS -> "This is too good to be true: look for a leak before anything else.";
      case NOTHING -> "There is next to nothing to ship.";
      case MODEST -> "The model is better than chance, and not by much.";
      case USEFUL -> "The model tells rows apart well enough to be worth a decision.";
    };
  }

  private static String ranking(Estimate auc) {
    return "Of a positive and a negative row it ranks the positive one higher in %s of all cases"
            .formatted(Numbers.percent(auc.value()))
        + " (AUC %s, %s); a coin does so in 50 %%."
            .formatted(Numbers.metric(auc.value()), Verdict.interval(auc));
  }

  private static String finding(Estimate precision, double baseRate) {
    String compared =
        precision.includes(baseRate)
            ? "the interval includes the base rate, so rows in the order of the model may be no"
                + " richer than rows in any order"
            : precision.lower() > baseRate
                ? "%s times the base rate".formatted(times(precision.value() / baseRate))
                : "not above the base rate";
    return "Average precision is %s (%s) where %s of the rows are positive: %s."
        .formatted(
            Numbers.metric(precision.value()),
            Verdict.interval(precision),
            Numbers.percent(baseRate),
            compared);
  }

  private static Optional<String> gap(
      Estimate auc, Contender other, String split, Map<String, String> names) {
    double claimed = other.metrics().get(Metric.AUC).value();
    if (!(claimed - auc.value() >= GAP)) {
      return Optional.empty();
    }
    return Optional.of(
        "The split %s claims an AUC of %s, %s it is %s: the difference is what the model has seen"
                .formatted(
                    names.getOrDefault(other.split(), "by " + other.split()),
                    Numbers.metric(claimed),
                    names.getOrDefault(split, "by " + split),
                    Numbers.metric(auc.value()))
            + " before, rows on both sides that belong together. The lower number is the one to"
            + " expect.");
  }

  private static String noDecision(Cutoff cutoff) {
    return "At the threshold %s it calls no row positive: where a false positive costs %s and a false"
            .formatted(
                Numbers.metric(cutoff.threshold()), Numbers.plain(cutoff.falsePositiveCost()))
        + " negative %s, no probability that it gives is worth acting on."
            .formatted(Numbers.plain(cutoff.falseNegativeCost()));
  }

  private static String cost(Estimate cost, double baseRate, Cutoff cutoff) {
    double none = baseRate * cutoff.falseNegativeCost();
    double all = (1 - baseRate) * cutoff.falsePositiveCost();
    String cheaper = none <= all ? "calling no row positive" : "calling every row positive";
    double least = Math.min(none, all);
    String compared =
        cost.upper() < least
            ? "less than %s, which costs %s"
            : cost.lower() > least
                ? "more than %s, which costs %s"
                : "which cannot be told from %s at %s";
    return "At the threshold %s a decision costs %s a row (%s), %s."
        .formatted(
            Numbers.metric(cutoff.threshold()),
            Numbers.metric(cost.value()),
            Verdict.interval(cost),
            compared.formatted(cheaper, Numbers.metric(least)));
  }

  private static String times(double ratio) {
    return Numbers.plain(Math.round(ratio * 10) / 10.0);
  }
}
