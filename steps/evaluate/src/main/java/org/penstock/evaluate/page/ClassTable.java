package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.ClassificationReport;
import org.penstock.evaluation.ClassificationReport.Line;
import org.penstock.evaluation.ConfusionMatrix;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.ReportEstimates;

/** The classification report: how well each label is told apart, and all on average. */
final class ClassTable {

  private ClassTable() {}

  static void write(
      Markup page, List<String> labels, ConfusionMatrix confusion, ReportEstimates estimates) {
    ClassificationReport report = ClassificationReport.of(confusion);
    page.element("h3", "Classification report");
    page.element(
        "p",
        ("Precision is the share of the rows called so that are, recall the share of the rows that are"
                + " which are called so, F1 their harmonic mean. On average: each label alike, or each row."
                + " %s of all rows are called what they are.")
            .formatted(Numbers.percent(report.accuracy())),
        "class",
        "explain");
    Table table =
        Table.of(page, "Precision, recall and F1 of each label")
            .column("Label")
            .number("Precision")
            .column("Interval")
            .number("Recall")
            .column("Interval")
            .number("F1")
            .column("Interval")
            .number("Rows")
            .number("Called so");
    for (int k = 0; k < labels.size(); k++) {
      line(table, labels.get(k), report.labels().get(k), estimates.labels().get(k));
    }
    line(table, "Mean of labels (macro)", report.macro(), estimates.macro());
    line(table, "Mean of rows (weighted)", report.weighted(), estimates.weighted());
    table.end();
  }

  private static void line(Table table, String name, Line line, ReportEstimates.Line estimates) {
    table.row().name(name);
    for (Estimate estimate : List.of(estimates.precision(), estimates.recall(), estimates.f1())) {
      table.value(Numbers.metric(estimate.value())).nowrap(Words.interval(estimate));
    }
    table.value(Numbers.count(line.rows())).value(Numbers.count(line.called()));
  }
}
