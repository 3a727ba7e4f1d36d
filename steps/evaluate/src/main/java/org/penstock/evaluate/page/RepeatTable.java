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
    Table table =
        Table.of(page, "Spread over %s".formatted(words(repeats).replaceFirst("^(in|under) ", "")))
            .column("Metric")
            .number("Mean")
            .number("Deviation")
            .number("Least")
            .number("Most")
            .number("This split");
    for (Metric metric : Metric.of(findings.subject().task())) {
      List<Double> values = repeats.metrics().getOrDefault(metric.key(), List.of());
      if (!values.isEmpty()) {
        row(table, metric, Spread.of(values), findings.metrics().get(metric).value());
      }
    }
    table.end();
    page.close("section").line();
  }

  private static String words(Repeats repeats) {
    return repeats.folds() > 1
        ? "in %d folds, %s".formatted(repeats.folds(), Words.count(repeats.times(), "time"))
        : "under " + Words.count(repeats.times(), "split");
  }

  private static void row(Table table, Metric metric, Spread spread, double here) {
    table.row().name(metric.title());
    for (double value :
        new double[] {spread.mean(), spread.deviation(), spread.least(), spread.most(), here}) {
      table.value(Numbers.like(spread.mean(), value));
    }
  }
}
