package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.penstock.evaluation.Curves.Point;

/**
 * A plot with two axes. What is drawn later lies above what was drawn before.
 *
 * <p>Styles are classes of the page: {@code one}, {@code two} and {@code three} for colours, {@code
 * reference} for what a model is compared with, {@code faint} for the background.
 */
public final class Chart {

  private static final double LEFT = 58;
  private static final double RIGHT = 18;
  private static final double TOP = 12;
  private static final double BOTTOM = 46;

  private final Figure figure;
  private final Axis x;
  private final Axis y;
  private final Markup marks = new Markup();
  private final Markup labels = new Markup();

  /**
   * @param id unique in the page
   * @param title what it is, for those who do not see it
   * @param description what it shows, in a sentence with its numbers
   */
  public Chart(String id, String title, String description, Axis x, Axis y) {
    this.figure = new Figure(id, title, description);
    this.x = requireNonNull(x, "x");
    this.y = requireNonNull(y, "y");
  }

  /** Draws a line through {@code points}; those without a number are left out. */
  public Chart line(String style, List<Point> points) {
    marks.leaf("path", "class", "line " + style, "d", path(drawable(points)));
    return this;
  }

  /** Fills what lies between {@code points} and the horizontal axis. */
  public Chart area(String style, List<Point> points) {
    List<Point> drawable = drawable(points);
    if (drawable.size() > 1) {
      List<Point> closed = new ArrayList<>(drawable);
      closed.add(new Point(drawable.getLast().x(), y.least()));
      closed.add(new Point(drawable.getFirst().x(), y.least()));
      marks.leaf("path", "class", "area " + style, "d", path(closed) + "Z");
    }
    return this;
  }

  /** Fills what lies between two lines, both from left to right. */
  public Chart between(String style, List<Point> lower, List<Point> upper) {
    List<Point> closed = new ArrayList<>(drawable(upper));
    closed.addAll(drawable(lower).reversed());
    if (closed.size() > 2) {
      marks.leaf("path", "class", "area " + style, "d", path(closed) + "Z");
    }
    return this;
  }

  /** Draws steps: each of {@code heights} over the width of its bin, from {@code least} on. */
  public Chart steps(String style, double least, double width, double[] heights) {
    List<Point> corners = new ArrayList<>(List.of(new Point(least, y.least())));
    for (int bin = 0; bin < heights.length; bin++) {
      corners.add(new Point(least + bin * width, heights[bin]));
      corners.add(new Point(least + (bin + 1) * width, heights[bin]));
    }
    corners.add(new Point(least + heights.length * width, y.least()));
    return area(style, corners).line(style, corners);
  }

  /** Draws a point and, where both ends are numbers, the interval around it. */
  public Chart dot(String style, double at, double value, double lower, double upper) {
    if (!Double.isFinite(at) || !Double.isFinite(value)) {
      return this;
    }

    if (lower <= upper) {
      marks.leaf(
          "line",
          "class",
          "whisker " + style,
          "x1",
          left(at),
          "x2",
          left(at),
          "y1",
          top(lower),
          "y2",
          top(upper));
    }
    marks.leaf("circle", "class", "dot " + style, "cx", left(at), "cy", top(value), "r", 3.5);
    return this;
  }

  /**
   * Writes a few words beside a place of the plot, to its right or, in the right half, its left.
   */
  public Chart note(double at, double value, String words) {
    boolean before = x.share(at) > 0.5;
    labels.element(
        "text",
        words,
        "class",
        "note",
        "x",
        left(at) + (before ? -7 : 7),
        "y",
        top(value) - 6,
        "text-anchor",
        before ? "end" : "start");
    return this;
  }

  /** Returns the SVG. */
  public String svg() {
    Markup svg = figure.open();
    svg.open("clipPath", "id", figure.id() + "-clip")
        .leaf(
            "rect",
            "x",
            LEFT - 4,
            "y",
            TOP - 4,
            "width",
            Figure.WIDTH - LEFT - RIGHT + 8,
            "height",
            Figure.HEIGHT - TOP - BOTTOM + 8)
        .close("clipPath");
    axes(svg);
    svg.open("g", "clip-path", "url(#" + figure.id() + "-clip)").raw(marks.toString()).close("g");
    return svg.raw(labels.toString()).close("svg").toString();
  }

  private void axes(Markup svg) {
    for (double tick : y.ticks(5)) {
      svg.leaf(
          "line",
          "class",
          "grid",
          "x1",
          LEFT,
          "x2",
          Figure.WIDTH - RIGHT,
          "y1",
          top(tick),
          "y2",
          top(tick));
      svg.element(
          "text",
          y.format().apply(tick),
          "class",
          "tick",
          "x",
          LEFT - 6,
          "y",
          top(tick) + 3.5,
          "text-anchor",
          "end");
    }
    for (double tick : x.ticks(5)) {
      svg.leaf(
          "line",
          "class",
          "grid",
          "x1",
          left(tick),
          "x2",
          left(tick),
          "y1",
          TOP,
          "y2",
          Figure.HEIGHT - BOTTOM);
      svg.element(
          "text",
          x.format().apply(tick),
          "class",
          "tick",
          "x",
          left(tick),
          "y",
          Figure.HEIGHT - BOTTOM + 15,
          "text-anchor",
          "middle");
    }
    svg.element(
        "text",
        x.label(),
        "class",
        "axis",
        "x",
        (LEFT + Figure.WIDTH - RIGHT) / 2,
        "y",
        Figure.HEIGHT - 8,
        "text-anchor",
        "middle");
    double middle = (TOP + Figure.HEIGHT - BOTTOM) / 2;
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

  private static List<Point> drawable(List<Point> points) {
    return points.stream()
        .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
        .toList();
  }

  private String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(Numbers.coordinate(left(point.x())))
          .append(' ')
          .append(Numbers.coordinate(top(point.y())));
    }
    return path.toString();
  }

  private double left(double value) {
    return LEFT + x.share(value) * (Figure.WIDTH - LEFT - RIGHT);
  }

  private double top(double value) {
    return Figure.HEIGHT - BOTTOM - y.share(value) * (Figure.HEIGHT - TOP - BOTTOM);
  }
}
