package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Focus;
import org.penstock.evaluate.finding.Slice;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;

/** The test rows taken apart by column and value. */
final class SliceTable {

  private SliceTable() {}

  static void write(Markup page, Findings findings) {
    if (findings.slices().isEmpty()) {
      return;
    }

    Focus focus = findings.subject().focus();
    double whole = findings.metrics().get(focus.main()).value();
    IntervalBar bar = Scale.of(findings).slices();
    Phrases phrases = Phrases.of(findings);
    List<String> means = phrases.means();
    page.open("section", "id", "slices").element("h2", "Slices");
    page.element(
        "p",
        "Each value of a column judged alone. The dashed line is the %s of all rows, %s; a slice with"
                .formatted(Words.small(focus.main()), Numbers.metric(whole))
            + " its whole interval to the %s of it is served worse than the others."
                .formatted(focus.main().moreIsBetter() ? "left" : "right"),
        "class",
        "explain");
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", "Slice").element("th", "Rows", "class", "n");
    means.forEach(mean -> page.element("th", mean, "class", "n"));
    page.element("th", focus.main().title(), "class", "n");
    page.element("th", "Interval").element("th", Scale.words(bar));
    page.element("th", focus.beside().getFirst().title(), "class", "n");
    page.close("tr").close("thead").open("tbody");
    String column = "";
    for (Slice slice : findings.slices()) {
      if (!slice.column().equals(column)) {
        column = slice.column();
        page.open("tr")
            .element("th", column, "colspan", 6 + means.size(), "scope", "rowgroup")
            .close("tr");
      }
      row(page, slice, bar, findings);
    }
    page.close("tbody").close("table").close("div").close("section").line();
  }

  private static void row(Markup page, Slice slice, IntervalBar bar, Findings findings) {
    Focus focus = findings.subject().focus();
    Estimate main = slice.metrics().get(focus.main());
    page.open("tr").element("td", slice.value());
    page.element("td", Numbers.count(slice.rows()), "class", "n");
    for (String mean : Phrases.of(findings).means(slice)) {
      page.element("td", mean, "class", "n");
    }
    page.element("td", Numbers.metric(main.value()), "class", "n");
    page.element("td", Words.interval(main), "class", "nowrap");
    String name =
        "%s where %s is %s".formatted(focus.main().title(), slice.column(), slice.value());
    page.open("td", "class", "bar").raw(bar.svg(name, main)).close("td");
    page.element(
        "td", Numbers.metric(slice.metrics().get(focus.beside().getFirst()).value()), "class", "n");
    page.close("tr");
  }
}
