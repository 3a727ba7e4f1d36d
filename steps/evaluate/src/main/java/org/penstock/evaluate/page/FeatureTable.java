package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Importance;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.BarChart;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** What the features are worth to the model. */
final class FeatureTable {

  /** The others are there for those who ask. */
  private static final int MOST_OPEN = 20;

  /** So few more are not worth a click. */
  private static final int FEW = 5;

  private FeatureTable() {}

  /** Draws the most important ones, as a figure among others. */
  static void plot(Markup page, Findings findings) {
    BarChart chart =
        new BarChart(
            "importance",
            "Feature importance",
            lost(findings) + " when a feature is taken from another row, greatest first.",
            lost(findings) + " without it");
    findings.importances().stream()
        .limit(BarChart.MOST)
        .forEach(importance ->
            chart.bar(
                importance.feature().name(),
                new Estimate(importance.loss(), importance.least(), importance.most())));
    page.open("figure").element("h3", "Feature importance").raw(chart.svg());
    page.element(
        "figcaption", "Permutation importance on the test split; the lines span five repetitions.");
    page.close("figure").line();
  }

  /** Returns what is lost without a feature, e.g. {@code AUC lost}. */
  private static String lost(Findings findings) {
    Metric metric = findings.subject().focus().main();
    return metric.title() + (metric.moreIsBetter() ? " lost" : " added");
  }

  private static String worse(Findings findings) {
    Metric metric = findings.subject().focus().main();
    return metric.moreIsBetter()
        ? metric.title() + " the model loses"
        : Words.small(metric) + " the model gains";
  }

  static void write(Markup page, Findings findings) {
    double most = findings.importances().stream().mapToDouble(Importance::most).max().orElse(0);
    double least = findings.importances().stream().mapToDouble(Importance::least).min().orElse(0);
    Axis axis =
        new Axis("", Math.min(0, least), Math.max(most, Math.min(0, least) + 1e-3), Numbers::plain);
    IntervalBar bar = new IntervalBar(axis, 0, "nothing");
    page.open("section", "id", "features").element("h2", "What the features are worth");
    page.element(
        "p",
        ("How much %s on the test split when a feature is taken from another, random"
                + " row: mean, least and most of five repetitions; the dashed line is no loss. Features that"
                + " say the same share their worth.")
            .formatted(worse(findings)),
        "class",
        "explain");
    List<Importance> all = findings.importances();
    int open = all.size() <= MOST_OPEN + FEW ? all.size() : MOST_OPEN;
    table(page, findings, all.subList(0, open), bar);
    if (open < all.size()) {
      page.open("details")
          .element("summary", "and %d features that matter less".formatted(all.size() - open));
      table(page, findings, all.subList(open, all.size()), bar);
      page.close("details");
    }
    page.close("section").line();
  }

  private static void table(
      Markup page, Findings findings, List<Importance> importances, IntervalBar bar) {
    page.open("div", "class", "scroll").open("table", "class", "features").open("thead");
    page.open("tr").element("th", "Feature").element("th", lost(findings), "class", "n");
    page.element("th", "Least to most").element("th", "");
    page.close("tr").close("thead").open("tbody");
    for (Importance importance : importances) {
      Estimate loss = new Estimate(importance.loss(), importance.least(), importance.most());
      page.open("tr").open("td").element("code", importance.feature().name());
      if (!importance.feature().doc().isEmpty()) {
        page.element("span", importance.feature().doc(), "class", "doc");
      }
      page.close("td").element("td", Numbers.metric(loss.value()), "class", "n");
      page.element("td", Words.interval(loss), "class", "nowrap");
      page.open("td", "class", "bar")
          .raw(bar.svg("Loss without " + importance.feature().name(), loss))
          .close("td")
          .close("tr");
    }
    page.close("tbody").close("table").close("div");
  }
}
