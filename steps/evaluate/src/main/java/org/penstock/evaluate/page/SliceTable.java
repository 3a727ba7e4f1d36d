package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Slice;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** The test rows taken apart by column and value. */
final class SliceTable {

  private SliceTable() {}

  static void write(Markup page, Findings findings) {
    if (findings.slices().isEmpty()) {
      return;
    }

    double whole = findings.metrics().get(Metric.AUC).value();
    IntervalBar bar = new IntervalBar(new Axis("", 0, 1, Numbers::plain), whole, "all rows");
    page.open("section", "id", "slices").element("h2", "Slices");
    page.element(
        "p",
        "Each value of a column judged alone. The dashed line is the AUC of all rows, %s; a slice with"
                .formatted(Numbers.metric(whole))
            + " its whole interval to the left of it is served worse than the others.",
        "class",
        "explain");
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Slice").element("th", "Rows", "class", "n");
    page.element("th", "Positive", "class", "n").element("th", "Said on average", "class", "n");
    page.element("th", "AUC", "class", "n").element("th", "Interval").element("th", "0 to 1");
    page.element("th", "Average precision", "class", "n");
    page.close("tr").close("thead").open("tbody");
    String column = "";
    for (Slice slice : findings.slices()) {
      if (!slice.column().equals(column)) {
        column = slice.column();
        page.open("tr").element("th", column, "colspan", 8, "scope", "rowgroup").close("tr");
      }
      row(page, slice, bar);
    }
    page.close("tbody").close("table").close("div").close("section").line();
  }

  private static void row(Markup page, Slice slice, IntervalBar bar) {
    Estimate auc = slice.metrics().get(Metric.AUC);
    page.open("tr").element("td", slice.value());
    page.element("td", Numbers.count(slice.rows()), "class", "n");
    page.element("td", Numbers.percent(slice.baseRate()), "class", "n");
    page.element("td", Numbers.percent(slice.meanProbability()), "class", "n");
    page.element("td", Numbers.metric(auc.value()), "class", "n");
    page.element("td", Words.interval(auc), "class", "nowrap");
    page.open("td", "class", "bar")
        .raw(bar.svg("AUC where %s is %s".formatted(slice.column(), slice.value()), auc))
        .close("td");
    page.element(
        "td", Numbers.metric(slice.metrics().get(Metric.AVERAGE_PRECISION).value()), "class", "n");
    page.close("tr");
  }
}
