package org.penstock.evaluate.page;

import java.util.Arrays;
import java.util.List;
import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.CalibrationBin;
import org.penstock.evaluation.Confusion;
import org.penstock.evaluation.Curves;
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.ScoreHistogram;

/** The curves behind the key figures of two classes. */
final class BinaryPlots {

  private static final int BINS = 40;

  /** Precision among the very first rows jumps; a plot scaled to it shows nothing else. */
  private static final double SETTLED_RECALL = 0.02;

  private static final Point ORIGIN = new Point(0, 0);
  private static final Point CORNER = new Point(1, 1);

  private final Markup page;
  private final Findings findings;
  private final Detail.Binary detail;
  private final Curves curves;
  private final Confusion confusion;

  private BinaryPlots(Markup page, Findings findings, Detail.Binary detail) {
    this.page = page;
    this.findings = findings;
    this.detail = detail;
    this.curves = detail.curves();
    this.confusion = detail.decisions();
  }

  static void write(Markup page, Findings findings, Detail.Binary detail) {
    new BinaryPlots(page, findings, detail).write();
  }

  private void write() {
    page.open("section", "id", "plots").element("h2", "How it ranks, and what its numbers mean");
    page.open("div", "class", "plots").line();
    roc();
    precisionRecall();
    calibration();
    gain();
    lift();
    scores();
    page.close("div").close("section").line();
  }

  private void figure(String title, Chart chart, Legend legend) {
    PlotFigure.write(page, title, chart, legend);
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
    figure("ROC", chart, caption.of("dot two", "its threshold."));
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
    figure(
        "Precision and recall",
        chart,
        callsPositive ? caption.of("dot two", "its threshold.") : caption);
  }

  private void calibration() {
    List<CalibrationBin> bins = curves.calibration();
    double most =
        bins.stream().mapToDouble(bin -> Math.max(bin.probability(), bin.upper())).max().orElse(1);
    Axis said = Axis.upTo("Probability said", Math.min(1, most));
    Chart chart =
        new Chart(
            "calibration",
            "Calibration",
            "What happened against what was said, in %d bins; mean distance %s."
                .formatted(
                    bins.size(),
                    Numbers.metric(findings.metrics().get(Metric.CALIBRATION_ERROR).value())),
            said,
            new Axis("What happened", 0, said.most(), Numbers::plain));
    chart.steps("faint", "", 0, said.most() / BINS, heights(said.most()));
    chart.line("reference", List.of(ORIGIN, new Point(said.most(), said.most())));
    chart.line(
        "one", bins.stream().map(bin -> new Point(bin.probability(), bin.frequency())).toList());
    bins.forEach(bin ->
        chart.dot(
            "one", "What happened", bin.probability(), bin.frequency(), bin.lower(), bin.upper()));
    Legend caption =
        new Legend()
            .of("one", "bins of equally many rows, with 95 % intervals of independent rows.");
    figure(
        "Calibration",
        chart,
        caption
            .of("reference", "as said.")
            .of("block faint", "how often each probability is said."));
  }

  /** Returns how many rows have about each probability; the most frequent is a quarter high. */
  private double[] heights(double most) {
    double[] counts = new double[BINS];
    for (double probability : detail.probabilities()) {
      if (probability < most) {
        counts[(int) (probability / most * BINS)]++;
      }
    }
    double tallest = Arrays.stream(counts).max().orElse(1);
    return Arrays.stream(counts).map(count -> count / tallest * most / 4).toArray();
  }

  private void lift() {
    Legend caption = new Legend().of("one", "all rows down to here.");
    figure(
        "Lift",
        new LiftPlot(curves.gain()).chart(),
        caption.of("reference", "any order.").of("block faint", "each tenth of the rows alone."));
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
    figure(
        "Gain",
        chart,
        caption.of(
            "dot two",
            "the first tenth of the rows holds %s of the positive ones, %s times its share."
                .formatted(Numbers.percent(lift / 10), Numbers.metric(lift))));
  }

  private void scores() {
    ScoreHistogram histogram = detail.scores();
    double[] negatives = shares(histogram.negatives());
    double[] positives = shares(histogram.positives());
    double tallest =
        Math.max(
            Arrays.stream(negatives).max().orElse(1), Arrays.stream(positives).max().orElse(1));
    Chart chart =
        new Chart(
            "scores",
            "Scores",
            "Distribution of the probability among positive and among negative rows.",
            new Axis("Probability said", histogram.least(), histogram.most(), Numbers::plain),
            Axis.upTo("Share of the rows of the label", tallest));
    chart.steps("one", "Negative rows", histogram.least(), histogram.width(), negatives);
    chart.steps("two", "Positive rows", histogram.least(), histogram.width(), positives);
    double threshold = detail.cutoff().threshold();
    Legend caption = new Legend().of("one", "negative rows.");
    caption.of("two", "positive rows: the less the two overlap, the better.");
    if (threshold <= histogram.most()) {
      chart.line("reference", List.of(new Point(threshold, 0), new Point(threshold, 2 * tallest)));
      caption.of("reference", "the threshold, %s.".formatted(Numbers.metric(threshold)));
    }
    figure("Scores", chart, caption);
  }

  private static double[] shares(long[] counts) {
    double all = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).mapToDouble(count -> count / all).toArray();
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }
}
