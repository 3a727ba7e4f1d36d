package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.Spread;
import org.penstock.evaluation.Trials.Repeats;

/** The chosen recipe judged again under other splits. */
final class RepeatTable {

  private RepeatTable() {}

  static void write(Markup page, Findings findings) {
    findings.trials().repeats().ifPresent(repeats -> write(page, findings, repeats));
  }

  private static void write(Markup page, Findings findings, Repeats repeats) {
    page.open("section", "id", "repeats").element("h2", "Other splits of the same rows");
    page.element(
        "p",
        "The chosen recipe, learnt and judged again %s: how much of a figure is the luck of one split. Its"
                .formatted(words(repeats))
            + " hyperparameters were chosen on the train split, so this is no second test.",
        "class",
        "explain");
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Metric").element("th", "Mean", "class", "n");
    page.element("th", "Deviation", "class", "n").element("th", "Least", "class", "n");
    page.element("th", "Most", "class", "n").element("th", "This split", "class", "n");
    page.close("tr").close("thead").open("tbody");
    for (Metric metric : Metric.of(findings.subject().task())) {
      List<Double> values = repeats.metrics().getOrDefault(metric.key(), List.of());
      if (!values.isEmpty()) {
        row(page, metric, Spread.of(values), findings.metrics().get(metric).value());
      }
    }
    page.close("tbody").close("table").close("div").close("section").line();
  }

  private static String words(Repeats repeats) {
    return repeats.folds() > 1
        ? "in %d folds, %d times".formatted(repeats.folds(), repeats.times())
        : "under %d splits".formatted(repeats.times());
  }

  private static void row(Markup page, Metric metric, Spread spread, double here) {
    page.open("tr").element("td", metric.title());
    for (double value :
        new double[] {spread.mean(), spread.deviation(), spread.least(), spread.most(), here}) {
      page.element("td", Numbers.metric(value), "class", "n");
    }
    page.close("tr");
  }
}
