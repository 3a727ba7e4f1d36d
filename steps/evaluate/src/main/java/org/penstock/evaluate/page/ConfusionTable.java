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
        "A line is what rows are, a column what they are called; the share is of the line. Blue is right, orange is wrong.",
        "class",
        "explain");
    Table table =
        Table.of(page, "Confusion: rows by what they are and what they are called", "confusion");
    table.column("Is ↓  called →");
    labels.forEach(table::number);
    for (int is = 0; is < confusion.classes(); is++) {
      table.row().name(labels.get(is));
      for (int called = 0; called < confusion.classes(); called++) {
        long count = confusion.counts()[is][called];
        double share = (double) count / Math.max(1, confusion.happened(is));
        String kind = is == called ? "n right" : count == 0 ? "n none" : "n wrong";
        page.open("td", "class", kind, "style", "--share:%d%%".formatted(Math.round(100 * share)));
        page.text(Numbers.count(count));
        if (count > 0) {
          page.element("span", Numbers.percent(share), "class", "doc");
        }
        page.close("td");
      }
    }
    table.end();
  }
}
