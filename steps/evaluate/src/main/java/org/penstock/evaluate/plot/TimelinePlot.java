package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number over the rows of one series, above bands coloured by label: what happened, what a model
 * called it, and where the two differ.
 */
public final class TimelinePlot {

  /** So many colours are told apart, by the colour-blind too; further labels begin anew. */
  public static final int COLOURS = 8;

  private static final double LEFT = 70;
  private static final double RIGHT = 18;
  private static final double TOP = 10;
  private static final double CURVE = 150;
  private static final double BAND = 18;
  private static final double HEIGHT = 262;

  /** A pause longer than this many steps is one. */
  private static final int PAUSE = 2;

  /** Of the words in a band, about. */
  private static final double LETTER = 6.6;

  private final List<String> labels;
  private final List<LocalDateTime> times;
  private final double[] values;
  private final int[] happened;
  private final int[] called;
  private final Duration step;
  private final TimeAxis x;
  private final Axis y;

  /**
   * @param feature what is drawn
   * @param labels names of the codes
   * @param times of the rows, ascending, at least one
   * @param values one a row; NaN leaves a gap
   * @param happened as codes
   * @param called as codes
   */
  public TimelinePlot(
      String feature,
      List<String> labels,
      List<LocalDateTime> times,
      double[] values,
      int[] happened,
      int[] called) {
    this.labels = List.copyOf(labels);
    this.times = List.copyOf(times);
    this.values = requireNonNull(values, "values");
    this.happened = requireNonNull(happened, "happened");
    this.called = requireNonNull(called, "called");
    this.step = step(times);
    this.x = TimeAxis.of("", times.getFirst(), times.getLast().plus(step));
    this.y = Axis.around(feature, values);
  }

  /** Returns the class of the page that colours the label of {@code code}. */
  public static String style(int code) {
    return "mode-" + code % COLOURS;
  }

  /** Rows that follow each other with the same codes. */
  private record Run(int from, int to) {}

  /** Returns the pause between rows that is most in the middle. */
  private static Duration step(List<LocalDateTime> times) {
    List<Duration> pauses = new ArrayList<>();
    for (int row = 1; row < times.size(); row++) {
      pauses.add(Duration.between(times.get(row - 1), times.get(row)));
    }
    return pauses.isEmpty()
        ? Duration.ofMinutes(1)
        : pauses.stream().sorted().skip(pauses.size() / 2).findFirst().orElseThrow();
  }

  private boolean pausesBefore(int row) {
    return Duration.between(times.get(row - 1), times.get(row)).compareTo(step.multipliedBy(PAUSE))
        > 0;
  }

  private List<Run> runs(int[]... codes) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int row = 1; row <= times.size(); row++) {
      int here = row;
      int before = from;
      if (row == times.size()
          || pausesBefore(row)
          || Arrays.stream(codes).anyMatch(each -> each[here] != each[before])) {
        runs.add(new Run(from, row));
        from = row;
      }
    }
    return runs;
  }

  /**
   * Returns the SVG.
   *
   * @param id unique in the page
   */
  public String svg(String id, String title, String description) {
    Markup svg = new Figure(id, title, description, Figure.WIDE, HEIGHT).open();
    double bands = CURVE + 12;
    for (double tick : y.ticks(4)) {
      Axes.line(svg, LEFT, Figure.WIDE - RIGHT, top(tick), top(tick));
      Axes.text(svg, y.format().apply(tick), "tick", LEFT - 6, top(tick) + 3.5, "end");
    }
    for (double tick : x.axis().ticks(12)) {
      Axes.line(svg, left(tick), left(tick), TOP, bands + 3 * (BAND + 4));
      Axes.text(
          svg,
          x.axis().format().apply(tick),
          "tick",
          left(tick),
          bands + 3 * (BAND + 4) + 14,
          "middle");
    }
    svg.leaf("path", "class", "line happened thin", "d", path());
    band(svg, "happened", bands, happened, true);
    band(svg, "called", bands + BAND + 4, called, false);
    Axes.text(svg, "differs", "label", LEFT - 6, bands + 2 * (BAND + 4) + 13, "end");
    for (Run run : runs(happened, called)) {
      if (happened[run.from()] != called[run.from()]) {
        rectangle(svg, "differs", run, bands + 2 * (BAND + 4));
      }
    }
    return svg.close("svg").toString();
  }

  /** Returns from when on what happened and what was called. */
  public PlottedNumbers numbers() {
    List<List<String>> lines = new ArrayList<>();
    for (Run run : runs(happened, called)) {
      double mean = Arrays.stream(values, run.from(), run.to()).average().orElse(Double.NaN);
      lines.add(
          List.of(
              x.moment(x.at(times.get(run.from()))),
              Integer.toString(run.to() - run.from()),
              labels.get(happened[run.from()]),
              labels.get(called[run.from()]),
              Numbers.metric(mean)));
    }
    return new PlottedNumbers(
        List.of("From", "Rows", "Happened", "Called", "Mean of " + y.label()), lines, 1);
  }

  private void band(Markup svg, String name, double top, int[] codes, boolean named) {
    Axes.text(svg, name, "label", LEFT - 6, top + 13, "end");
    for (Run run : runs(codes)) {
      String label = labels.get(codes[run.from()]);
      double width = rectangle(svg, style(codes[run.from()]), run, top);
      if (named && width > LETTER * (label.length() + 1)) {
        Axes.text(
            svg,
            label,
            "on-" + style(codes[run.from()]),
            left(x.at(times.get(run.from()))) + width / 2,
            top + 13,
            "middle");
      }
    }
  }

  private double rectangle(Markup svg, String style, Run run, double top) {
    double from = left(x.at(times.get(run.from())));
    double width = left(x.at(times.get(run.to() - 1).plus(step))) - from;
    svg.leaf("rect", "class", style, "x", from, "y", top, "width", width, "height", BAND);
    return width;
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int row = 0; row < values.length; row++) {
      boolean here = Double.isFinite(values[row]);
      if (here) {
        path.append(drawing && !pausesBefore(row) ? 'L' : 'M')
            .append(Numbers.coordinate(left(x.at(times.get(row)))))
            .append(' ')
            .append(Numbers.coordinate(top(values[row])));
      }
      drawing = here;
    }
    return path.toString();
  }

  private double left(double at) {
    return LEFT + x.axis().share(at) * (Figure.WIDE - LEFT - RIGHT);
  }

  private double top(double value) {
    return CURVE - y.share(value) * (CURVE - TOP);
  }
}
