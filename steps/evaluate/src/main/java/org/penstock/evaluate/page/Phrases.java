package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Slice;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Metric;
import org.penstock.row.Task;

/**
 * How a page calls what differs between tasks.
 *
 * @param always what the baseline does that figures are shown beside
 * @param rival what has to be beaten, as the subject of a sentence
 * @param baseline its name
 * @param works what a model does well or badly
 * @param means of which the slices are told, as heads of columns
 */
record Phrases(
    Task task, String always, String rival, String baseline, String works, List<String> means) {

  private static final String MEAN = "mean";

  static Phrases of(Findings findings) {
    String baseline = findings.baseline().name();
    return switch (findings.subject().task()) {
      case BINARY ->
          new Phrases(
              Task.BINARY,
              "always says the base rate",
              "always saying the base rate",
              baseline,
              "ranks",
              List.of("Positive", "Said on average"));
      case CLASSES ->
          new Phrases(
              Task.CLASSES,
              "always says how frequent the labels are",
              "always saying how frequent the labels are",
              baseline,
              "tells labels",
              List.of());
      case NUMBER ->
          new Phrases(
              Task.NUMBER,
              baseline.equals(MEAN)
                  ? "always says the mean of the training rows"
                  : "says what %s says".formatted(baseline),
              baseline.equals(MEAN) ? "always saying the mean of the training rows" : baseline,
              baseline,
              "predicts",
              List.of("Happened on average", "Said on average"));
    };
  }

  /** Returns the means of {@code slice}, as many as {@link #means}. */
  List<String> means(Slice slice) {
    return switch (task) {
      case BINARY -> List.of(Numbers.percent(slice.happened()), Numbers.percent(slice.said()));
      case CLASSES -> List.of();
      case NUMBER -> List.of(Numbers.metric(slice.happened()), Numbers.metric(slice.said()));
    };
  }

  /** Returns the head of the column of {@code metric}. */
  static String column(Metric metric) {
    return switch (metric) {
      case TOP_DECILE_LIFT -> "Lift";
      case RMSE -> "RMSE";
      default -> metric.title();
    };
  }

  /** Returns how many of the test rows are positive, after what says how many there are. */
  static String positives(Findings findings) {
    return switch (findings.subject().task()) {
      case BINARY ->
          ", %s of them positive (%s)"
              .formatted(
                  Numbers.count(findings.rows().testPositives()),
                  Numbers.percent(findings.rows().baseRate()));
      case CLASSES, NUMBER -> "";
    };
  }

  /** Returns how many rows there were to learn from and to judge on. */
  static String rows(Findings findings) {
    String train = Numbers.count(findings.rows().train());
    String test = Numbers.count(findings.rows().test());
    return switch (findings.subject().task()) {
      case BINARY ->
          "%s to learn from (%s positive), %s to judge on (%s positive)"
              .formatted(
                  train,
                  Numbers.percent(findings.rows().trainBaseRate()),
                  test,
                  Numbers.percent(findings.rows().baseRate()));
      case CLASSES, NUMBER -> "%s to learn from, %s to judge on".formatted(train, test);
    };
  }
}
