package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.penstock.evaluation.Estimate;

/** Horizontal bars from zero, each with its name and the interval around its end. */
public final class BarChart {

  /** More bars than this are not legible. */
  public static final int MOST = 12;

  private static final double LEFT = 14;
  private static final double RIGHT = 18;
  private static final double TOP = 12;
  private static final double BOTTOM = 46;
  private static final double TALLEST_BAR = 12;

  private final Figure figure;
  private final String label;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String name, Estimate estimate) {}

  /**
   * @param id unique in the page
   * @param title what it is, for those who do not see it
   * @param description what it shows, in a sentence
   * @param label of the axis
   */
  public BarChart(String id, String title, String description, String label) {
    this.figure = new Figure(id, title, description);
    this.label = requireNonNull(label, "label");
  }

  /**
   * Adds a bar below those added before.
   *
   * @param estimate finite
   */
  public BarChart bar(String name, Estimate estimate) {
    bars.add(new Bar(requireNonNull(name, "name"), requireNonNull(estimate, "estimate")));
    return this;
  }

  /** Returns the SVG. */
  public String svg() {
    Axis axis = axis();
    Markup svg = figure.open();
    double bottom = Figure.HEIGHT - BOTTOM;
    for (double tick : axis.ticks(5)) {
      double x = at(axis, tick);
      svg.leaf("line", "class", "grid", "x1", x, "x2", x, "y1", TOP, "y2", bottom);
      svg.element(
          "text",
          axis.format().apply(tick),
          "class",
          "tick",
          "x",
          x,
          "y",
          bottom + 15,
          "text-anchor",
          "middle");
    }
    svg.element(
        "text",
        label,
        "class",
        "axis",
        "x",
        Figure.WIDTH / 2,
        "y",
        Figure.HEIGHT - 8,
        "text-anchor",
        "middle");
    double step = (bottom - TOP) / Math.max(5, bars.size());
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, axis, bars.get(i), TOP + i * step, step);
    }
    return svg.close("svg").toString();
  }

  private static void draw(Markup svg, Axis axis, Bar bar, double top, double step) {
    double height = Math.min(TALLEST_BAR, step * 0.3);
    double y = top + step - height - 1;
    double zero = at(axis, 0);
    double end = at(axis, bar.estimate().value());
    svg.element("text", bar.name(), "class", "label", "x", LEFT, "y", y - 4.5);
    svg.leaf(
        "rect",
        "class",
        "bar-fill",
        "x",
        Math.min(zero, end),
        "y",
        y,
        "width",
        Math.max(0.75, Math.abs(end - zero)),
        "height",
        height);
    svg.leaf(
        "line",
        "class",
        "whisker two",
        "x1",
        at(axis, bar.estimate().lower()),
        "x2",
        at(axis, bar.estimate().upper()),
        "y1",
        y + height / 2,
        "y2",
        y + height / 2);
  }

  /** Zero is always on it, and room for a difference that is there. */
  private Axis axis() {
    double least = 0;
    double most = 0;
    for (Bar bar : bars) {
      least = Math.min(least, bar.estimate().lower());
      most = Math.max(most, bar.estimate().upper());
    }
    return new Axis(label, least, Math.max(most, least + 1e-3), Numbers::plain);
  }

  private static double at(Axis axis, double value) {
    return LEFT + axis.share(value) * (Figure.WIDTH - LEFT - RIGHT);
  }
}
