package org.penstock.evaluate.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.evaluate.finding.Contender;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Slice;
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
    return switch (findings.subject().task()) {
      case BINARY, CLASSES -> new IntervalBar(Axis.shares(""), whole, "all rows");
      case NUMBER ->
          new IntervalBar(
              upTo(findings.slices().stream().map(Slice::metrics).toList()), whole, "all rows");
    };
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
