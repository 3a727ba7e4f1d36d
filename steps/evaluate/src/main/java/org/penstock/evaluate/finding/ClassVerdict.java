package org.penstock.evaluate.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.evaluate.finding.Verdict.Level;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.ConfusionMatrix;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** What an evaluation of several classes comes to. */
final class ClassVerdict {

  /** Who tells several classes apart this well has probably seen the answer. */
  private static final double SUSPICIOUS = 0.995;

  /** Share of the way from the better baseline to perfect below which there is nothing. */
  private static final double NEAR_CHANCE = 0.05;

  private static final double MODEST = 0.3;

  private ClassVerdict() {}

  static Verdict of(
      Map<Metric, Estimate> metrics, List<Baseline> baselines, Detail.Classes detail) {
    Estimate f1 = metrics.get(Metric.MACRO_F1);
    double chance =
        baselines.stream()
            .mapToDouble(baseline -> baseline.metrics().get(Metric.MACRO_F1))
            .max()
            .orElse(0);
    Level level = level(f1, chance);
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "Macro F1 is %s (%s); without looking at a row one gets %s."
            .formatted(Numbers.metric(f1.value()), Verdict.interval(f1), Numbers.metric(chance)));
    reasons.add(weakest(detail));
    reasons.add(
        "%s of the rows are called what they are."
            .formatted(Numbers.percent(metrics.get(Metric.ACCURACY).value())));
    return new Verdict(level, headline(level), reasons);
  }

  private static Level level(Estimate f1, double chance) {
    if (f1.value() >= SUSPICIOUS) {
      return Level.SUSPICIOUS;
    }
    double skill = (f1.lower() - chance) / (1 - chance);
    if (!(skill >= NEAR_CHANCE)) {
      return Level.NOTHING;
    }
    return skill >= MODEST ? Level.USEFUL : Level.MODEST;
  }

  private static String headline(Level level) {
    return switch (level) {
      case SUSPICIOUS -> "This is too good to be true: look for a leak before anything else.";
      case NOTHING -> "There is next to nothing to ship.";
      case MODEST -> "The model is better than saying the same of every row, and not by much.";
      case USEFUL -> "The model tells the classes apart well enough to be worth a decision.";
    };
  }

  /** Says which label is known worst, and what it is taken for. */
  private static String weakest(Detail.Classes detail) {
    ConfusionMatrix confusion = detail.confusion();
    int worst = -1;
    for (int k = 0; k < confusion.classes(); k++) {
      if (confusion.happened(k) > 0 && (worst < 0 || confusion.f1(k) < confusion.f1(worst))) {
        worst = k;
      }
    }
    int mistaken = worst == 0 ? 1 : 0;
    for (int k = 0; k < confusion.classes(); k++) {
      if (k != worst && confusion.counts()[worst][k] > confusion.counts()[worst][mistaken]) {
        mistaken = k;
      }
    }
    return "It is weakest on '%s': F1 %s, precision %s, recall %s; %s of its %s rows are called '%s'."
        .formatted(
            detail.labels().get(worst),
            Numbers.metric(confusion.f1(worst)),
            Numbers.metric(confusion.precision(worst)),
            Numbers.metric(confusion.recall(worst)),
            Numbers.count(confusion.counts()[worst][mistaken]),
            Numbers.count(confusion.happened(worst)),
            detail.labels().get(mistaken));
  }
}
