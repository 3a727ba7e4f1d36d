package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.ClassificationReport;
import org.penstock.evaluation.ClassificationReport.Line;
import org.penstock.evaluation.ConfusionMatrix;

/** The classification report: how well each label is told apart, and all on average. */
final class ClassTable {

  private ClassTable() {}

  static void write(Markup page, List<String> labels, ConfusionMatrix confusion) {
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
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Label").element("th", "Precision", "class", "n");
    page.element("th", "Recall", "class", "n").element("th", "F1", "class", "n");
    page.element("th", "Rows", "class", "n").element("th", "Called so", "class", "n");
    page.close("tr").close("thead").open("tbody");
    for (int k = 0; k < labels.size(); k++) {
      line(page, labels.get(k), report.labels().get(k));
    }
    line(page, "Mean of labels (macro)", report.macro());
    line(page, "Mean of rows (weighted)", report.weighted());
    page.close("tbody").close("table").close("div");
  }

  private static void line(Markup page, String name, Line line) {
    page.open("tr").element("td", name);
    page.element("td", Numbers.metric(line.precision()), "class", "n");
    page.element("td", Numbers.metric(line.recall()), "class", "n");
    page.element("td", Numbers.metric(line.f1()), "class", "n");
    page.element("td", Numbers.count(line.rows()), "class", "n");
    page.element("td", Numbers.count(line.called()), "class", "n");
    page.close("tr");
  }
}
