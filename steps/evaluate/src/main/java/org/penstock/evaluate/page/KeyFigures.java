package org.penstock.evaluate.page;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    List<Metric> figures = findings.subject().focus().figures();
    page.open("div", "class", figures.size() % 4 == 0 ? "cards four" : "cards");
    for (Metric metric : figures) {
      card(page, findings, metric);
    }
    page.close("div");
    table(page, findings);
    switch (findings.detail()) {
      case Detail.Binary binary -> decisions(page, findings, binary);
      case Detail.Classes classes ->
          ClassTable.write(page, classes.labels(), classes.confusion(), classes.report());
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
        (metric.canChoose() ? better(metric) + " is better; " : "")
            + "%s alone %s".formatted(phrases.baseline(), Numbers.metric(baseline)),
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
    Table table = Table.of(page, "All metrics of the test split").column("Metric").number("Model");
    table.column("Interval");
    findings.baselines().forEach(baseline -> table.number(capital(baseline.name())));
    table.column("Better is");
    for (Metric metric : new TreeSet<>(findings.metrics().keySet())) {
      Estimate estimate = findings.metrics().get(metric);
      table.row().name(metric.title()).value(Numbers.metric(estimate.value()));
      table.nowrap(Words.interval(estimate));
      for (Baseline baseline : findings.baselines()) {
        table.value(Numbers.metric(baseline.metrics().getOrDefault(metric, Double.NaN)));
      }
      table.text(better(metric));
    }
    table.end();
    page.element(
        "p",
        findings.baselines().stream()
            .map(baseline ->
                "%s: %s.".formatted(capital(baseline.name()), Words.lower(baseline.description())))
            .collect(Collectors.joining(" ")),
        "class",
        "explain");
  }

  private static String better(Metric metric) {
    return metric.moreIsBetter() ? "more" : metric.canChoose() ? "less" : "–";
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
    ClassTable.write(page, findings.subject().labels(), confusion.matrix(), detail.report());
    ConfusionTable.write(page, findings.subject().labels(), confusion.matrix());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
