package org.penstock.evaluate.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.penstock.evaluation.Curves.Point;

/**
 * A plot with two axes. What is drawn later lies above what was drawn before; what has a name is
 * listed in {@link #numbers}.
 *
 * <p>Styles are classes of the page: {@code one} for the model, {@code happened} for the truth,
 * {@code two} for what is set against them, {@code reference} for what a model is compared with,
 * {@code faint} for the background.
 */
public final class Chart {

  private final Axes axes;
  private final Map<String, Series> series = new LinkedHashMap<>();
  private final Markup marks = new Markup();
  private final Markup labels = new Markup();

  /**
   * @param id unique in the page
   * @param title what it is, for those who do not see it
   * @param description what it shows, in a sentence with its numbers
   */
  public Chart(String id, String title, String description, Axis x, Axis y) {
    this(new Axes(new Figure(id, title, description, Figure.WIDTH, Figure.HEIGHT), x, y, 5));
  }

  private Chart(Axes axes) {
    this.axes = axes;
  }

  /** Returns a plot as wide as the page. */
  public static Chart wide(String id, String title, String description, Axis x, Axis y) {
    return new Chart(
        new Axes(new Figure(id, title, description, Figure.WIDE, Figure.HEIGHT), x, y, 8));
  }

  /** Draws a line through {@code points}; those without a number are left out. */
  public Chart line(String style, List<Point> points) {
    marks.leaf("path", "class", "line " + style, "d", path(drawable(points)));
    return this;
  }

  /** Draws a line and lists its points under {@code name}. */
  public Chart line(String style, String name, List<Point> points) {
    series.put(name, Series.of(name, drawable(points)));
    return line(style, points);
  }

  /** Fills what lies between {@code points} and the horizontal axis. */
  public Chart area(String style, List<Point> points) {
    List<Point> drawable = drawable(points);
    if (drawable.size() > 1) {
      List<Point> closed = new ArrayList<>(drawable);
      closed.add(new Point(drawable.getLast().x(), axes.y().least()));
      closed.add(new Point(drawable.getFirst().x(), axes.y().least()));
      marks.leaf("path", "class", "area " + style, "d", path(closed) + "Z");
    }
    return this;
  }

  /** Fills what lies between two lines, both from left to right, and lists both. */
  public Chart between(
      String style, String lowerName, List<Point> lower, String upperName, List<Point> upper) {
    List<Point> closed = new ArrayList<>(drawable(upper));
    closed.addAll(drawable(lower).reversed());
    if (closed.size() > 2) {
      series.put(lowerName, Series.of(lowerName, drawable(lower)));
      series.put(upperName, Series.of(upperName, drawable(upper)));
      marks.leaf("path", "class", "area " + style, "d", path(closed) + "Z");
    }
    return this;
  }

  /**
   * Draws steps: each of {@code heights} over the width of its bin, from {@code least} on. They are
   * listed under {@code name} where their bins begin; an empty name lists nothing.
   */
  public Chart steps(String style, String name, double least, double width, double[] heights) {
    List<Point> corners = new ArrayList<>(List.of(new Point(least, axes.y().least())));
    List<Point> bins = new ArrayList<>();
    for (int bin = 0; bin < heights.length; bin++) {
      bins.add(new Point(least + bin * width, heights[bin]));
      corners.add(bins.getLast());
      corners.add(new Point(least + (bin + 1) * width, heights[bin]));
    }
    corners.add(new Point(least + heights.length * width, axes.y().least()));
    if (!name.isEmpty()) {
      series.put(name, Series.of(name, bins));
    }
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
          axes.left(at),
          "x2",
          axes.left(at),
          "y1",
          axes.top(lower),
          "y2",
          axes.top(upper));
    }
    marks.leaf(
        "circle", "class", "dot " + style, "cx", axes.left(at), "cy", axes.top(value), "r", 3.5);
    return this;
  }

  /** Draws a point and lists it with the others of {@code name}. */
  public Chart dot(String style, String name, double at, double value, double lower, double upper) {
    if (Double.isFinite(at) && Double.isFinite(value)) {
      series.put(
          name,
          series
              .getOrDefault(name, new Series(name, List.of()))
              .and(new Series.Mark(at, value, lower, upper)));
    }
    return dot(style, at, value, lower, upper);
  }

  /**
   * Writes a few words beside a place of the plot, to its right or, in the right half, its left.
   */
  public Chart note(double at, double value, String words) {
    boolean before = axes.x().share(at) > 0.5;
    labels.element(
        "text",
        words,
        "class",
        "note",
        "x",
        axes.left(at) + (before ? -7 : 7),
        "y",
        axes.top(value) - 6,
        "text-anchor",
        before ? "end" : "start");
    return this;
  }

  /** Returns what was drawn under a name, places written as the horizontal axis has them. */
  public PlottedNumbers numbers() {
    return numbers(axes.x().format());
  }

  /** Returns what was drawn under a name. */
  public PlottedNumbers numbers(DoubleFunction<String> place) {
    return PlottedNumbers.of(axes.x().label(), place, List.copyOf(series.values()));
  }

  /** Returns the SVG. */
  public String svg() {
    String clip = axes.figure().id() + "-clip";
    Markup svg = axes.figure().open();
    axes.clip(svg, clip);
    axes.write(svg);
    svg.open("g", "clip-path", "url(#" + clip + ")").raw(marks.toString()).close("g");
    return svg.raw(labels.toString()).close("svg").toString();
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
          .append(Numbers.coordinate(axes.left(point.x())))
          .append(' ')
          .append(Numbers.coordinate(axes.top(point.y())));
    }
    return path.toString();
  }
}
