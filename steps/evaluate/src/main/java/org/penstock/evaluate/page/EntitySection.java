package org.penstock.evaluate.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.penstock.evaluate.finding.EntityFindings;
import org.penstock.evaluate.finding.EntityFindings.Score;
import org.penstock.evaluate.finding.EntityFindings.Timeline;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluate.plot.TimelinePlot;
import org.penstock.evaluation.Metric;

/** How well each entity is told, and a few entities over time. */
final class EntitySection {

  private EntitySection() {}

  static void write(Markup page, List<String> labels, double whole, EntityFindings found) {
    page.open("section", "id", "entities").element("h2", "By %s".formatted(found.column()));
    page.element(
        "p",
        "%s, the best first. An interval comes from blocks of the rows of one %s; the dashed line is %s of all rows, %s."
            .formatted(
                Words.count(found.scores().size(), "value"),
                found.column(),
                Metric.MACRO_F1.title(),
                Numbers.metric(whole)),
        "class",
        "explain");
    scores(page, whole, found);
    for (Timeline timeline : found.timelines()) {
      timeline(page, labels, timeline);
    }
    page.close("section").line();
  }

  private static void scores(Markup page, double whole, EntityFindings found) {
    double[] ends =
        found.scores().stream()
            .flatMapToDouble(score ->
                DoubleStream.of(
                    whole,
                    score.macroF1().value(),
                    score.macroF1().lower(),
                    score.macroF1().upper()))
            .toArray();
    IntervalBar bar = new IntervalBar(Axis.around("", ends), whole, "all rows");
    Table table =
        Table.of(page, "%s by %s".formatted(Metric.MACRO_F1.title(), found.column()))
            .column(found.column())
            .number(Metric.MACRO_F1.title())
            .column("Interval")
            .column(Scale.words(bar))
            .number("Rows");
    Comparator<Score> ascending = Comparator.comparingDouble(score -> score.macroF1().value());
    for (Score score : found.scores().stream().sorted(ascending.reversed()).toList()) {
      table.row().name(score.entity()).value(Numbers.metric(score.macroF1().value()));
      table.nowrap(Words.interval(score.macroF1()));
      table.drawing(bar.svg(Metric.MACRO_F1.title() + " of " + score.entity(), score.macroF1()));
      table.value(Numbers.count(score.rows()));
    }
    table.end();
  }

  private static void timeline(Markup page, List<String> labels, Timeline timeline) {
    TimelinePlot plot =
        new TimelinePlot(
            timeline.feature().name(),
            labels,
            timeline.times(),
            timeline.values(),
            timeline.labels(),
            timeline.called());
    String title =
        "%s from %s on".formatted(timeline.entity(), timeline.times().getFirst().toLocalDate());
    String doc = timeline.feature().doc();
    PlotFigure.write(
        page,
        title,
        plot.svg(
            "timeline-" + timeline.entity(),
            title,
            "%s over %s, above what happened, what was called, and where they differ."
                .formatted(timeline.feature().name(), Words.count(timeline.times().size(), "row"))),
        Legend.ofLabels(labels)
            .say(timeline.feature().name() + (doc.isEmpty() ? "." : ": " + doc + ".")),
        plot.numbers());
  }
}
