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
    Table table = Table.of(page, "Slices of the test rows").column("Slice").number("Rows");
    means.forEach(table::number);
    table.number(focus.main().title()).column("Interval").column(Scale.words(bar));
    table.number(Phrases.column(focus.beside().getFirst()));
    String column = "";
    for (Slice slice : findings.slices()) {
      if (!slice.column().equals(column)) {
        column = slice.column();
        table.group(column);
      }
      row(table, slice, bar, findings);
    }
    table.end();
    page.close("section").line();
  }

  private static void row(Table table, Slice slice, IntervalBar bar, Findings findings) {
    Focus focus = findings.subject().focus();
    Estimate main = slice.metrics().get(focus.main());
    table.row().name(slice.value()).value(Numbers.count(slice.rows()));
    Phrases.of(findings).means(slice).forEach(table::value);
    table.value(Numbers.metric(main.value())).nowrap(Words.interval(main));
    table.drawing(
        bar.svg(
            "%s where %s is %s".formatted(focus.main().title(), slice.column(), slice.value()),
            main));
    table.value(Numbers.metric(slice.metrics().get(focus.beside().getFirst()).value()));
  }
}
