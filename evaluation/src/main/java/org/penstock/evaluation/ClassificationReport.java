package org.penstock.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well each label is told apart, and all of them on average; as <a
 * href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html">scikit-learn
 * reports it</a>, with 0 where it divides by zero.
 *
 * @param labels one a label, in code order
 * @param macro means over the labels that happened or are called, each counting alike
 * @param weighted means over the labels, each counting as often as it happened
 * @param accuracy the share of rows that are called what they are
 */
public record ClassificationReport(List<Line> labels, Line macro, Line weighted, double accuracy) {

  /**
   * One line of a report.
   *
   * @param rows that have the label
   * @param called rows that are called so
   */
  public record Line(double precision, double recall, double f1, long rows, long called) {}

  public ClassificationReport {
    labels = List.copyOf(labels);
  }

  /** Reports {@code confusion}, which has at least one row. */
  public static ClassificationReport of(ConfusionMatrix confusion) {
    List<Line> labels = new ArrayList<>();
    for (int k = 0; k < confusion.classes(); k++) {
      labels.add(
          new Line(
              confusion.precision(k),
              confusion.recall(k),
              confusion.f1(k),
              confusion.happened(k),
              confusion.called(k)));
    }
    return new ClassificationReport(
        labels,
        mean(labels, line -> line.rows() + line.called() > 0 ? 1 : 0),
        mean(labels, Line::rows),
        confusion.accuracy());
  }

  private static Line mean(List<Line> lines, ToDoubleFunction<Line> weight) {
    return new Line(
        mean(lines, Line::precision, weight),
        mean(lines, Line::recall, weight),
        mean(lines, Line::f1, weight),
        lines.stream().mapToLong(Line::rows).sum(),
        lines.stream().mapToLong(Line::called).sum());
  }

  private static double mean(
      List<Line> lines, ToDoubleFunction<Line> value, ToDoubleFunction<Line> weight) {
    double sum = 0;
    double weights = 0;
    for (Line line : lines) {
      sum += weight.applyAsDouble(line) * value.applyAsDouble(line);
      weights += weight.applyAsDouble(line);
    }
    return sum / weights;
  }
}
