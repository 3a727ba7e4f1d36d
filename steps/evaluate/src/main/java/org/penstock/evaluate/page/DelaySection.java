package org.penstock.evaluate.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.penstock.evaluate.finding.EntityFindings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.ChangeDelays;
import org.penstock.evaluation.Curves.Point;

/** How late it is seen that the label of an entity changes. */
final class DelaySection {

  /** Later than this a change is hardly seen at all. */
  private static final int MOST = 15;

  private DelaySection() {}

  static void write(Markup page, List<String> labels, EntityFindings found) {
    ChangeDelays all = found.delays();
    page.open("section", "id", "delays").element("h2", "How late a change is seen");
    page.element("p", sentence(all), "class", "explain");
    page.open("div", "class", "plots").open("div");
    Table table =
        Table.of(page, "Rows from a change until it is called")
            .column("Change to")
            .number("Changes")
            .number("Never seen")
            .number("Half within")
            .number("Nine of ten within");
    for (int label = 0; label < labels.size(); label++) {
      row(table, labels.get(label), found.delays(label));
    }
    row(table, "All", all);
    table.end();
    page.close("div");
    PlotFigure.write(
        page,
        "Changes seen",
        chart(found.changes()),
        new Legend().of("one", "all changes; those never seen are not counted as seen."));
    page.close("div").close("section").line();
  }

  private static void row(Table table, String name, ChangeDelays delays) {
    table.row().name(name).value(Numbers.count(delays.changes()));
    table.value(Numbers.count(delays.missed()));
    table.value(Numbers.plain(delays.median())).value(Numbers.plain(delays.late()));
  }

  private static String sentence(ChangeDelays delays) {
    String within =
        "half within %s, nine of ten within %s rows"
            .formatted(Numbers.plain(delays.median()), Numbers.plain(delays.late()));
    String changes = Words.count(delays.changes(), "change");
    return delays.missed() == 0
        ? "Of %s of the label every one is seen before the next: %s.".formatted(changes, within)
        : "Of %s of the label %s are not seen before the next; of the others %s."
            .formatted(changes, Numbers.count(delays.missed()), within);
  }

  /** Draws the share of the changes that are seen within so many rows. */
  static Chart chart(List<ChangeDelays.Change> changes) {
    List<Point> points = new ArrayList<>();
    for (int rows = 0; rows <= MOST; rows++) {
      int within = rows;
      long seen =
          changes.stream()
              .map(ChangeDelays.Change::delay)
              .filter(OptionalInt::isPresent)
              .filter(delay -> delay.getAsInt() <= within)
              .count();
      points.add(new Point(rows, (double) seen / Math.max(1, changes.size())));
    }
    Chart chart =
        new Chart(
            "delays",
            "Changes seen",
            "Share of the changes seen within a number of rows: %s at once."
                .formatted(Numbers.percent(points.getFirst().y())),
            new Axis("Rows since the change", 0, MOST, Numbers::plain),
            Axis.shares("Changes seen by then"));
    chart.line("one", "Changes seen", points);
    points.forEach(point -> chart.dot("one", point.x(), point.y(), Double.NaN, Double.NaN));
    return chart;
  }
}
