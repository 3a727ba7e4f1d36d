package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.ConfusionMatrix;

/** What lies behind the key figures of several classes. */
final class ClassPlots {

  private ClassPlots() {}

  static void write(Markup page, Findings findings, Detail.Classes detail) {
    page.open("section", "id", "plots").element("h2", "What is taken for what");
    confusion(page, detail);
    page.open("div", "class", "plots").line();
    FeatureTable.plot(page, findings);
    page.close("div").close("section").line();
  }

  private static void confusion(Markup page, Detail.Classes detail) {
    ConfusionMatrix confusion = detail.confusion();
    page.element(
        "p",
        "A line is what rows are, a column what they are called; the share is of the line.",
        "class",
        "explain");
    page.open("div", "class", "scroll").open("table", "class", "confusion");
    page.open("thead").open("tr").element("th", "Is \\ called");
    detail.labels().forEach(label -> page.element("th", label, "class", "n"));
    page.close("tr").close("thead").open("tbody");
    for (int is = 0; is < confusion.classes(); is++) {
      page.open("tr").element("th", detail.labels().get(is), "scope", "row");
      for (int called = 0; called < confusion.classes(); called++) {
        long count = confusion.counts()[is][called];
        double share = (double) count / Math.max(1, confusion.happened(is));
        page.open("td", "class", is == called ? "n right" : "n wrong");
        page.text(Numbers.count(count));
        page.element("span", Numbers.percent(share), "class", "doc").close("td");
      }
      page.close("tr");
    }
    page.close("tbody").close("table").close("div").line();
  }
}
