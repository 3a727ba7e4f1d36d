package org.penstock.evaluate.page;

import java.util.Arrays;
import java.util.List;
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
    FeatureTable.plot(page, findings);
    page.close("div").close("section").line();
  }

  private void figure(String title, Chart chart, String caption) {
    page.open("figure").element("h3", title).raw(chart.svg());
    page.element("figcaption", caption).close("figure").line();
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
    String thinned = step == 1 ? "" : " One row in %d is shown.".formatted(step);
    figure("Said and happened", chart, "On the dashed line what was said happened." + thinned);
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
    chart.steps("one", x.least(), width, shares);
    chart.line("reference", List.of(new Point(0, 0), new Point(0, 2 * tallest)));
    figure(
        "Errors",
        chart,
        "To the right of the dashed line too much was said, to the left too little.");
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
