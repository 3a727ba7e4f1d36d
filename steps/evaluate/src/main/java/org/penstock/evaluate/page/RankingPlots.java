package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Confusion;
import org.penstock.evaluation.Curves;
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Metric;

/** How rows stand in order of their probability. */
final class RankingPlots {

  /** Precision among the very first rows jumps; a plot scaled to it shows nothing else. */
  private static final double SETTLED_RECALL = 0.02;

  private static final Point ORIGIN = new Point(0, 0);
  private static final Point CORNER = new Point(1, 1);

  private final Markup page;
  private final Findings findings;
  private final Curves curves;
  private final Confusion confusion;

  RankingPlots(Markup page, Findings findings, Detail.Binary detail) {
    this.page = page;
    this.findings = findings;
    this.curves = detail.curves();
    this.confusion = detail.decisions();
  }

  void write() {
    roc();
    precisionRecall();
    gain();
    lift();
  }

  private void roc() {
    double auc = findings.metrics().get(Metric.AUC).value();
    Chart chart =
        new Chart(
            "roc",
            "ROC curve",
            "Share of positive rows found against share of negative rows called positive. Area %s."
                .formatted(Numbers.metric(auc)),
            Axis.shares("Negative rows called positive"),
            Axis.shares("Positive rows found"));
    chart.line("reference", List.of(ORIGIN, CORNER));
    List<Point> roc = curves.roc();
    chart.area("one", roc).line("one", "Model", roc);
    double falsePositives =
        share(confusion.falsePositives(), confusion.falsePositives() + confusion.trueNegatives());
    double recall = findings.metrics().get(Metric.RECALL).value();
    chart.dot("two", "At its threshold", falsePositives, recall, Double.NaN, Double.NaN);
    chart.note(0.62, 0.2, "AUC " + Numbers.metric(auc));
    Legend caption = new Legend().of("one", "the model.");
    caption.of("reference", "a coin.");
    PlotFigure.write(page, "ROC", chart, caption.of("dot two", "its threshold."));
  }

  private void precisionRecall() {
    double baseRate = findings.rows().baseRate();
    List<Point> points = curves.precisionRecall();
    double most =
        points.stream()
            .filter(point -> point.x() >= SETTLED_RECALL)
            .mapToDouble(Point::y)
            .max()
            .orElse(1);
    Chart chart =
        new Chart(
            "precision-recall",
            "Precision and recall",
            "Precision against recall; average precision %s, base rate %s."
                .formatted(
                    Numbers.metric(findings.metrics().get(Metric.AVERAGE_PRECISION).value()),
                    Numbers.percent(baseRate)),
            Axis.shares("Positive rows found (recall)"),
            Axis.upTo(
                "Of those called, positive (precision)",
                Math.min(1, Math.max(1.2 * most, 2 * baseRate))));
    chart.line("one", "Model", points);
    chart.line("reference", List.of(new Point(0, baseRate), new Point(1, baseRate)));
    chart.dot(
        "two",
        "At its threshold",
        findings.metrics().get(Metric.RECALL).value(),
        findings.metrics().get(Metric.PRECISION).value(),
        Double.NaN,
        Double.NaN);
    Legend caption = new Legend().of("one", "the model.");
    caption.of("reference", "the base rate, %s.".formatted(Numbers.percent(baseRate)));
    boolean callsPositive = confusion.calledPositive() > 0;
    PlotFigure.write(
        page,
        "Precision and recall",
        chart,
        callsPositive ? caption.of("dot two", "its threshold.") : caption);
  }

  private void gain() {
    double lift = findings.metrics().get(Metric.TOP_DECILE_LIFT).value();
    Chart chart =
        new Chart(
            "gain",
            "Gain",
            "Share of the positive rows among the first rows by probability; lift of the first tenth %s."
                .formatted(Numbers.metric(lift)),
            Axis.shares("Rows looked at, most probable first"),
            Axis.shares("Positive rows found"));
    chart.line("reference", List.of(ORIGIN, CORNER));
    chart.area("one", curves.gain()).line("one", "Model", curves.gain());
    chart.dot("two", "The first tenth", 0.1, lift / 10, Double.NaN, Double.NaN);
    Legend caption = new Legend().of("one", "the model.");
    caption.of("reference", "any order.");
    PlotFigure.write(
        page,
        "Gain",
        chart,
        caption.of(
            "dot two",
            "the first tenth of the rows holds %s of the positive ones, %s times its share."
                .formatted(Numbers.percent(lift / 10), Numbers.metric(lift))));
  }

  private void lift() {
    Legend caption = new Legend().of("one", "all rows down to here.");
    PlotFigure.write(
        page,
        "Lift",
        new LiftPlot(curves.gain()).chart(),
        caption.of("reference", "any order.").of("block faint", "each tenth of the rows alone."));
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }
}
