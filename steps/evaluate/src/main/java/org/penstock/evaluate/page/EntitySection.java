package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.EntityFindings;
import org.penstock.evaluate.finding.EntityFindings.Score;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluate.plot.TimelinePlot;

/** How well each entity is told, how late changes are seen, and a few entities over time. */
final class EntitySection {

  private EntitySection() {}

  static void write(Markup page, List<String> labels, EntityFindings found) {
    page.open("section", "id", "entities")
        .element("h2", "One %s after another".formatted(found.column()));
    page.element("p", delays(found), "class", "explain");
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    page.element("th", found.column()).element("th", "Macro F1", "class", "n");
    page.element("th", "Interval", "class", "n").element("th", "Rows", "class", "n");
    page.close("tr").close("thead").open("tbody");
    for (Score score : found.scores()) {
      page.open("tr").element("td", score.entity());
      page.element("td", Numbers.metric(score.macroF1().value()), "class", "n");
      page.element(
          "td",
          "%s to %s"
              .formatted(
                  Numbers.metric(score.macroF1().lower()), Numbers.metric(score.macroF1().upper())),
          "class",
          "n");
      page.element("td", Numbers.count(score.rows()), "class", "n").close("tr");
    }
    page.close("tbody").close("table").close("div");
    for (EntityFindings.Timeline timeline : found.timelines()) {
      page.element("h3", "%s: %s".formatted(timeline.entity(), timeline.feature()));
      page.raw(
          TimelinePlot.svg(
              "timeline-" + timeline.entity(),
              labels,
              timeline.values(),
              timeline.labels(),
              timeline.called()));
    }
    page.close("section").line();
  }

  private static String delays(EntityFindings found) {
    return "Of %s changes of the label, %s are never seen before the next one; half of the others are seen within %s rows, nine of ten within %s. Intervals of one %s come from blocks of its rows."
        .formatted(
            Numbers.count(found.delays().changes()),
            Numbers.count(found.delays().missed()),
            Numbers.plain(found.delays().median()),
            Numbers.plain(found.delays().late()),
            found.column());
  }
}
