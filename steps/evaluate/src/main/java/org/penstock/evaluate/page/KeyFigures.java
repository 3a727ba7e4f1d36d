package org.penstock.evaluate.page;

import java.util.Locale;
import java.util.TreeSet;
import org.penstock.evaluate.finding.Detail;
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
    page.open("section", "id", "figures").element("h2", "Key figures");
    page.element(
        "p",
        "Intervals of %s from %s resamples of whole groups. The dashed line is a model that %s."
            .formatted(
                Numbers.percent(findings.subject().confidence()),
                Numbers.count(findings.subject().resamples()),
                Phrases.of(findings).always()),
        "class",
        "explain");
    page.open("div", "class", "cards");
    for (Metric metric : findings.subject().focus().figures()) {
      card(page, findings, metric);
    }
    page.close("div");
    table(page, findings);
    switch (findings.detail()) {
      case Detail.Binary binary -> decisions(page, findings, binary);
      case Detail.Classes classes -> ClassTable.write(page, classes.labels(), classes.confusion());
      case Detail.Number _ -> {}
    }
    page.close("section").line();
  }

  private static void card(Markup page, Findings findings, Metric metric) {
    Estimate estimate = findings.metrics().get(metric);
    double baseline = findings.baseline().metrics().get(metric);
    Phrases phrases = Phrases.of(findings);
    page.open("div", "class", "card");
    page.element("p", metric.title(), "class", "name");
    page.element("p", Numbers.metric(estimate.value()), "class", "value");
    page.element("p", Words.interval(estimate), "class", "interval");
    page.raw(
        new IntervalBar(axis(metric, estimate, baseline), baseline, phrases.baseline())
            .svg(metric.title(), estimate));
    page.element(
        "p",
        "%s is better; %s alone %s"
            .formatted(better(metric), phrases.baseline(), Numbers.metric(baseline)),
        "class",
        "beside");
    page.close("div");
  }

  /** AUC is shown from below chance to one; all else from zero, or from what is below. */
  private static Axis axis(Metric metric, Estimate estimate, double baseline) {
    if (metric == Metric.AUC) {
      return new Axis("", 0.4, 1, Numbers::plain);
    }
    double upper = Double.isFinite(estimate.upper()) ? estimate.upper() : estimate.value();
    double lower = Double.isFinite(estimate.lower()) ? estimate.lower() : estimate.value();
    double least = Math.min(lower, baseline);
    double most = Math.max(upper, baseline);
    return least < 0
        ? new Axis("", 1.15 * least, Math.max(1.15 * most, -least * 1e-3), Numbers::plain)
        : Axis.upTo("", 1.15 * most);
  }

  private static void table(Markup page, Findings findings) {
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Metric").element("th", "Model", "class", "n").element("th", "Interval");
    for (Baseline baseline : findings.baselines()) {
      page.element("th", capital(baseline.name()), "class", "n", "title", baseline.description());
    }
    page.element("th", "Better is").close("tr").close("thead").open("tbody");
    for (Metric metric : new TreeSet<>(findings.metrics().keySet())) {
      Estimate estimate = findings.metrics().get(metric);
      page.open("tr").element("td", metric.title());
      page.element("td", Numbers.metric(estimate.value()), "class", "n");
      page.element("td", Words.interval(estimate), "class", "nowrap");
      for (Baseline baseline : findings.baselines()) {
        page.element(
            "td",
            Numbers.metric(baseline.metrics().getOrDefault(metric, Double.NaN)),
            "class",
            "n");
      }
      page.element("td", better(metric)).close("tr");
    }
    page.close("tbody").close("table").close("div");
  }

  private static String better(Metric metric) {
    return metric.moreIsBetter() ? "more" : metric.canChoose() ? "less" : "neither";
  }

  private static void decisions(Markup page, Findings findings, Detail.Binary detail) {
    Confusion confusion = detail.decisions();
    page.element(
        "p",
        ("At the threshold %s, %s of %s rows are called positive: %s rightly, %s not; %s positive rows"
                + " are missed. A false positive costs %s, a false negative %s.")
            .formatted(
                Numbers.metric(detail.cutoff().threshold()),
                Numbers.count(confusion.truePositives() + confusion.falsePositives()),
                Numbers.count(findings.rows().test()),
                Numbers.count(confusion.truePositives()),
                Numbers.count(confusion.falsePositives()),
                Numbers.count(confusion.falseNegatives()),
                Numbers.plain(detail.cutoff().falsePositiveCost()),
                Numbers.plain(detail.cutoff().falseNegativeCost())),
        "class",
        "explain");
    ClassTable.write(page, findings.subject().labels(), confusion.matrix());
    ConfusionTable.write(page, findings.subject().labels(), confusion.matrix());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
