package org.penstock.evaluate.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.penstock.evaluate.finding.Contender;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.IntervalBar;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** On which scale the main metric is drawn, with what it is compared with. */
record Scale(Findings findings) {

  static Scale of(Findings findings) {
    return new Scale(findings);
  }

  /** Returns the bar of models compared with each other. */
  IntervalBar compared() {
    return switch (findings.subject().task()) {
      case BINARY -> new IntervalBar(new Axis("", 0.4, 1, Numbers::plain), 0.5, "chance");
      case CLASSES -> new IntervalBar(Axis.shares(""), baseline(), baselineName());
      case NUMBER -> {
        List<Map<Metric, Estimate>> shown = new ArrayList<>(List.of(findings.metrics()));
        findings.candidates().stream().map(Contender::metrics).forEach(shown::add);
        findings.splits().stream().map(Contender::metrics).forEach(shown::add);
        findings.champion().map(Contender::metrics).ifPresent(shown::add);
        yield new IntervalBar(upTo(shown), baseline(), baselineName());
      }
    };
  }

  /** Returns the bar of slices compared with all rows. */
  IntervalBar slices() {
    double whole = findings.metrics().get(main()).value();
    double[] shown =
        findings.slices().stream()
            .map(slice -> slice.metrics().get(main()))
            .flatMapToDouble(main -> DoubleStream.of(main.value(), main.lower(), main.upper()))
            .toArray();
    double[] all = Arrays.copyOf(shown, shown.length + 1);
    all[shown.length] = whole;
    return new IntervalBar(Axis.around("", all), whole, "all rows");
  }

  /** Returns from where to where {@code bar} goes. */
  static String words(IntervalBar bar) {
    return "%s to %s"
        .formatted(Numbers.plain(bar.axis().least()), Numbers.plain(bar.axis().most()));
  }

  private Metric main() {
    return findings.subject().focus().main();
  }

  private double baseline() {
    return findings.baseline().metrics().get(main());
  }

  private String baselineName() {
    return Phrases.of(findings).baseline();
  }

  private Axis upTo(List<Map<Metric, Estimate>> shown) {
    double most = baseline();
    for (Map<Metric, Estimate> metrics : shown) {
      Estimate estimate = metrics.get(main());
      double upper = Double.isFinite(estimate.upper()) ? estimate.upper() : estimate.value();
      most = Math.max(most, upper);
    }
    return Axis.upTo("", 1.05 * most);
  }
}
