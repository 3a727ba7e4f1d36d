package org.penstock.evaluate.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Metric;

/** What lies behind the key figures of a predicted number. */
final class NumberPlots {

  /** More dots than this are a cloud; every so many-th row is shown. */
  private static final int DOTS = 1_500;

  private static final int BINS = 40;
  private static final int TENTHS = 10;

  /** An outlier beyond this share at either end does not squeeze the rest. */
  private static final double TAIL = 0.002;

  private final Markup page;
  private final Findings findings;
  private final Detail.Number detail;

  private NumberPlots(Markup page, Findings findings, Detail.Number detail) {
    this.page = page;
    this.findings = findings;
    this.detail = detail;
  }

  static void write(Markup page, Findings findings, Detail.Number detail) {
    new NumberPlots(page, findings, detail).write();
  }

  private void write() {
    page.open("section", "id", "plots").element("h2", "What it says, and what happens");
    page.open("div", "class", "plots").line();
    actualAgainstPredicted();
    errors();
    page.close("div").close("section").line();
  }

  private void actualAgainstPredicted() {
    Axis said = axis("Said", detail.targets(), detail.numbers());
    Axis happened = new Axis("Happened", said.least(), said.most(), Numbers::plain);
    Chart chart =
        new Chart(
            "actual",
            "What was said and what happened",
            "One dot a row; R² %s."
                .formatted(Numbers.metric(findings.metrics().get(Metric.R2).value())),
            said,
            happened);
    chart.line(
        "reference",
        List.of(new Point(said.least(), said.least()), new Point(said.most(), said.most())));
    int step = Math.max(1, detail.targets().length / DOTS);
    for (int row = 0; row < detail.targets().length; row += step) {
      chart.dot("one small", detail.numbers()[row], detail.targets()[row], Double.NaN, Double.NaN);
    }
    for (Point mean : means()) {
      chart.dot("two", "Happened on average", mean.x(), mean.y(), Double.NaN, Double.NaN);
    }
    Legend legend =
        new Legend()
            .of("reference", "what was said happens.")
            .of("dot one", step == 1 ? "a row." : "a row; one in %d is shown.".formatted(step))
            .of("dot two", "the mean of a tenth of all rows.");
    PlotFigure.write(page, "Said and happened", chart, legend);
  }

  private void errors() {
    double[] errors = new double[detail.targets().length];
    for (int row = 0; row < errors.length; row++) {
      errors[row] = detail.numbers()[row] - detail.targets()[row];
    }
    Axis x = axis("Said less happened", errors, errors);
    double width = (x.most() - x.least()) / BINS;
    double[] shares = new double[BINS];
    for (double error : errors) {
      int bin = (int) Math.clamp((error - x.least()) / width, 0, BINS - 1);
      shares[bin] += 1.0 / errors.length;
    }
    double tallest = Arrays.stream(shares).max().orElse(1);
    Chart chart =
        new Chart(
            "errors",
            "Errors",
            "How errors are spread; their mean is %s."
                .formatted(Numbers.metric(findings.metrics().get(Metric.BIAS).value())),
            x,
            Axis.upTo("Share of the rows", tallest));
    chart.steps("one", "Share of the rows", x.least(), width, shares);
    chart.line("reference", List.of(new Point(0, 0), new Point(0, 2 * tallest)));
    PlotFigure.write(
        page,
        "Errors",
        chart,
        new Legend()
            .say(Words.target(findings.subject().label()) + ".")
            .of(
                "reference",
                "no error: to the right of it too much was said, to the left too little."));
  }

  /** Returns what was said and what happened on average in each tenth of the rows, least first. */
  private List<Point> means() {
    int[] order =
        IntStream.range(0, detail.numbers().length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> detail.numbers()[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Point> means = new ArrayList<>();
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      int[] rows =
          Arrays.copyOfRange(
              order, order.length * tenth / TENTHS, order.length * (tenth + 1) / TENTHS);
      if (rows.length > 0) {
        means.add(new Point(mean(detail.numbers(), rows), mean(detail.targets(), rows)));
      }
    }
    return means;
  }

  private static double mean(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).average().orElseThrow();
  }

  /** Returns an axis on which nearly all of both lie. */
  private static Axis axis(String label, double[] one, double[] other) {
    double[] sorted = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, sorted, one.length, other.length);
    Arrays.sort(sorted);
    double least = sorted[(int) (TAIL * sorted.length)];
    double most = sorted[sorted.length - 1 - (int) (TAIL * sorted.length)];
    double margin = most > least ? 0.03 * (most - least) : 1;
    return new Axis(label, least - margin, most + margin, Numbers::plain);
  }
}
