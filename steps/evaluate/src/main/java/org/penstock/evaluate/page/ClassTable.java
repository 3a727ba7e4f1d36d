package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.ConfusionMatrix;

/** Several labels one by one: how well each is told, and what it is taken for. */
final class ClassTable {

  private ClassTable() {}

  static void write(Markup page, Detail.Classes detail) {
    ConfusionMatrix confusion = detail.confusion();
    page.element(
        "p",
        "Label by label: precision is the share of the rows called so that are, recall the share of the"
            + " rows that are which are called so.",
        "class",
        "explain");
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Label").element("th", "Rows", "class", "n");
    page.element("th", "Called so", "class", "n").element("th", "Precision", "class", "n");
    page.element("th", "Recall", "class", "n").element("th", "F1", "class", "n");
    page.close("tr").close("thead").open("tbody");
    for (int k = 0; k < confusion.classes(); k++) {
      page.open("tr").element("td", detail.labels().get(k));
      page.element("td", Numbers.count(confusion.happened(k)), "class", "n");
      page.element("td", Numbers.count(confusion.called(k)), "class", "n");
      page.element("td", Numbers.metric(confusion.precision(k)), "class", "n");
      page.element("td", Numbers.metric(confusion.recall(k)), "class", "n");
      page.element("td", Numbers.metric(confusion.f1(k)), "class", "n");
      page.close("tr");
    }
    page.close("tbody").close("table").close("div");
  }
}
