package org.penstock.evaluate.page;

import java.util.Locale;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Baseline;
import org.penstock.evaluation.Confusion;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** The numbers one asks for first, each with its interval and with what has to be beaten. */
final class KeyFigures {

  private KeyFigures() {}

  static void write(Markup page, Findings findings) {
    Baseline prevalence = findings.baselines().getLast();
    page.open("section", "id", "figures").element("h2", "Key figures");
    page.element(
        "p",
        ("Intervals of %s from %s resamples of whole groups. The dashed line is a model that always"
                + " says the base rate.")
            .formatted(
                Numbers.percent(findings.subject().confidence()),
                Numbers.count(findings.subject().resamples())),
        "class",
        "explain");
    page.open("div", "class", "cards");
    for (Metric metric :
        new Metric[] {
          Metric.AUC,
          Metric.AVERAGE_PRECISION,
          Metric.TOP_DECILE_LIFT,
          Metric.BRIER,
          Metric.CALIBRATION_ERROR,
          Metric.EXPECTED_COST
        }) {
      card(page, metric, findings.metrics().get(metric), prevalence.metrics().get(metric));
    }
    page.close("div");
    table(page, findings);
    decisions(page, findings);
    page.close("section").line();
  }

  private static void card(Markup page, Metric metric, Estimate estimate, double baseline) {
    page.open("div", "class", "card");
    page.element("p", metric.title(), "class", "name");
    page.element("p", Numbers.metric(estimate.value()), "class", "value");
    page.element("p", Words.interval(estimate), "class", "interval");
    page.raw(
        new IntervalBar(axis(metric, estimate, baseline), baseline, "base rate")
            .svg(metric.title(), estimate));
    page.element(
        "p",
        "%s; base rate alone %s"
            .formatted(
                metric.moreIsBetter() ? "more is better" : "less is better",
                Numbers.metric(baseline)),
        "class",
        "beside");
    page.close("div");
  }

  /** AUC is shown from below chance to one; all else from zero. */
  private static Axis axis(Metric metric, Estimate estimate, double baseline) {
    if (metric == Metric.AUC) {
      return new Axis("", 0.4, 1, Numbers::plain);
    }
    double upper = Double.isFinite(estimate.upper()) ? estimate.upper() : estimate.value();
    return Axis.upTo("", 1.15 * Math.max(upper, baseline));
  }

  private static void table(Markup page, Findings findings) {
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Metric").element("th", "Model", "class", "n").element("th", "Interval");
    for (Baseline baseline : findings.baselines()) {
      page.element("th", capital(baseline.name()), "class", "n", "title", baseline.description());
    }
    page.element("th", "Better is").close("tr").close("thead").open("tbody");
    for (Metric metric : Metric.values()) {
      Estimate estimate = findings.metrics().get(metric);
      page.open("tr").element("td", metric.title());
      page.element("td", Numbers.metric(estimate.value()), "class", "n");
      page.element("td", Words.interval(estimate), "class", "nowrap");
      for (Baseline baseline : findings.baselines()) {
        page.element("td", Numbers.metric(baseline.metrics().get(metric)), "class", "n");
      }
      page.element("td", metric.moreIsBetter() ? "more" : "less").close("tr");
    }
    page.close("tbody").close("table").close("div");
  }

  private static void decisions(Markup page, Findings findings) {
    Confusion confusion = findings.decisions();
    page.element(
        "p",
        ("At the threshold %s, %s of %s rows are called positive: %s rightly, %s not; %s positive rows"
                + " are missed. A false positive costs %s, a false negative %s.")
            .formatted(
                Numbers.metric(findings.cutoff().threshold()),
                Numbers.count(confusion.truePositives() + confusion.falsePositives()),
                Numbers.count(findings.rows().test()),
                Numbers.count(confusion.truePositives()),
                Numbers.count(confusion.falsePositives()),
                Numbers.count(confusion.falseNegatives()),
                Numbers.plain(findings.cutoff().falsePositiveCost()),
                Numbers.plain(findings.cutoff().falseNegativeCost())),
        "class",
        "explain");
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
