package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.ConfusionMatrix;

/** Which label is called which. */
final class ConfusionTable {

  private ConfusionTable() {}

  static void write(Markup page, List<String> labels, ConfusionMatrix confusion) {
    page.element(
        "p",
        "A line is what rows are, a column what they are called; the share is of the line.",
        "class",
        "explain");
    page.open("div", "class", "scroll").open("table", "class", "confusion");
    page.open("thead").open("tr").element("th", "Is \\ called");
    labels.forEach(label -> page.element("th", label, "class", "n"));
    page.close("tr").close("thead").open("tbody");
    for (int is = 0; is < confusion.classes(); is++) {
      page.open("tr").element("th", labels.get(is), "scope", "row");
      for (int called = 0; called < confusion.classes(); called++) {
        long count = confusion.counts()[is][called];
        double share = (double) count / Math.max(1, confusion.happened(is));
        page.open(
            "td",
            "class",
            is == called ? "n right" : "n wrong",
            "style",
            "--share:%d%%".formatted(Math.round(100 * share)));
        page.text(Numbers.count(count));
        page.element("span", Numbers.percent(share), "class", "doc").close("td");
      }
      page.close("tr");
    }
    page.close("tbody").close("table").close("div").line();
  }
}
