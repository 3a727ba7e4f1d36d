package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

/**
 * Two axes of a plot: where values stand, and the lines and words around them.
 *
 * @param figure whose size they have
 * @param x to the right
 * @param y upwards
 * @param ticks about how many {@code x} has
 */
record Axes(Figure figure, Axis x, Axis y, int ticks) {

  private static final double LEFT = 58;
  private static final double RIGHT = 18;
  private static final double TOP = 12;
  private static final double BOTTOM = 46;

  /** What is drawn at the very edge is not cut in half. */
  private static final double EDGE = 4;

  /** A longer tick reaches beyond the plot if it stands in the middle of its end. */
  private static final int SHORT_TICK = 4;

  Axes {
    requireNonNull(figure, "figure");
    requireNonNull(x, "x");
    requireNonNull(y, "y");
  }

  double left(double value) {
    return LEFT + x.share(value) * (right() - LEFT);
  }

  double top(double value) {
    return bottom() - y.share(value) * (bottom() - TOP);
  }

  private double right() {
    return figure.width() - RIGHT;
  }

  private double bottom() {
    return figure.height() - BOTTOM;
  }

  /** Writes what keeps marks between the axes. */
  void clip(Markup svg, String id) {
    svg.open("clipPath", "id", id);
    svg.leaf(
        "rect",
        "x",
        LEFT - EDGE,
        "y",
        TOP - EDGE,
        "width",
        right() - LEFT + 2 * EDGE,
        "height",
        bottom() - TOP + 2 * EDGE);
    svg.close("clipPath");
  }

  void write(Markup svg) {
    for (double tick : y.ticks(5)) {
      line(svg, LEFT, right(), top(tick), top(tick));
      text(svg, y.format().apply(tick), "tick", LEFT - 6, top(tick) + 3.5, "end");
    }
    for (double tick : x.ticks(ticks)) {
      line(svg, left(tick), left(tick), TOP, bottom());
      String words = x.format().apply(tick);
      text(svg, words, "tick", left(tick), bottom() + 15, anchor(words, tick));
    }
    text(svg, x.label(), "axis", (LEFT + right()) / 2, figure.height() - 8, "middle");
    double middle = (TOP + bottom()) / 2;
    svg.element(
        "text",
        y.label(),
        "class",
        "axis",
        "x",
        11.0,
        "y",
        middle,
        "text-anchor",
        "middle",
        "transform",
        "rotate(-90 11 " + Numbers.coordinate(middle) + ")");
  }

  /** Long words at the ends of an axis stay between its ends. */
  private String anchor(String words, double tick) {
    if (words.length() <= SHORT_TICK) {
      return "middle";
    }
    return x.share(tick) < 0.02 ? "start" : x.share(tick) > 0.98 ? "end" : "middle";
  }

  /** Writes a line of the grid. */
  static void line(Markup svg, double x1, double x2, double y1, double y2) {
    svg.leaf("line", "class", "grid", "x1", x1, "x2", x2, "y1", y1, "y2", y2);
  }

  /**
   * Writes words.
   *
   * @param anchor which part of them stands at {@code x}: start, middle or end
   */
  static void text(Markup svg, String words, String style, double x, double y, String anchor) {
    svg.element("text", words, "class", style, "x", x, "y", y, "text-anchor", anchor);
  }
}
