package org.penstock.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The figures of a {@link ClassificationReport} with intervals by group.
 *
 * @param labels one a label, in code order
 * @param macro means over the labels
 * @param weighted means over the labels, each counting as often as it happened
 */
public record ReportEstimates(List<Line> labels, Line macro, Line weighted) {

  private static final int FIGURES = 3;

  /** The figures of one line. */
  public record Line(Estimate precision, Estimate recall, Estimate f1) {}

  public ReportEstimates {
    labels = List.copyOf(labels);
  }

  /** Estimates what the threshold makes of two classes. */
  public static ReportEstimates of(
      BinaryPredictions predictions, Cutoff cutoff, Bootstrap bootstrap) {
    return of(GroupConfusion.of(predictions, cutoff), bootstrap);
  }

  /** Estimates several classes. */
  public static ReportEstimates of(ClassPredictions predictions, Bootstrap bootstrap) {
    return of(GroupConfusion.of(predictions), bootstrap);
  }

  private static ReportEstimates of(GroupConfusion confusions, Bootstrap bootstrap) {
    List<Estimate> estimates =
        bootstrap.estimate(
            confusions.groups(),
            weights -> figures(ClassificationReport.of(confusions.weighted(weights))));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i += FIGURES) {
      lines.add(new Line(estimates.get(i), estimates.get(i + 1), estimates.get(i + 2)));
    }
    int classes = confusions.classes();
    return new ReportEstimates(
        lines.subList(0, classes), lines.get(classes), lines.get(classes + 1));
  }

  private static double[] figures(ClassificationReport report) {
    List<ClassificationReport.Line> lines = new ArrayList<>(report.labels());
    lines.addAll(Arrays.asList(report.macro(), report.weighted()));
    return lines.stream()
        .flatMapToDouble(line -> DoubleStream.of(line.precision(), line.recall(), line.f1()))
        .toArray();
  }
}
