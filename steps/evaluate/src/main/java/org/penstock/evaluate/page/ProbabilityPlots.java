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
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.ScoreHistogram;

/** What probabilities mean, and how they are spread. */
final class ProbabilityPlots {

  private static final int BINS = 40;

  private final Markup page;
  private final Findings findings;
  private final Detail.Binary detail;

  ProbabilityPlots(Markup page, Findings findings, Detail.Binary detail) {
    this.page = page;
    this.findings = findings;
    this.detail = detail;
  }

  void write() {
    calibration();
    scores();
  }

  private void calibration() {
    List<CalibrationBin> bins = detail.curves().calibration();
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
    chart.line("reference", List.of(new Point(0, 0), new Point(said.most(), said.most())));
    chart.line(
        "one", bins.stream().map(bin -> new Point(bin.probability(), bin.frequency())).toList());
    bins.forEach(bin ->
        chart.dot(
            "one", "What happened", bin.probability(), bin.frequency(), bin.lower(), bin.upper()));
    Legend caption =
        new Legend()
            .of("one", "bins of equally many rows, with 95 % intervals of independent rows.");
    PlotFigure.write(
        page,
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
    PlotFigure.write(page, "Scores", chart, caption);
  }

  private static double[] shares(long[] counts) {
    double all = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).mapToDouble(count -> count / all).toArray();
  }
}
