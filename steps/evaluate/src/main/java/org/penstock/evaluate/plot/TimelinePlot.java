package org.penstock.evaluate.plot;

import java.util.List;
import java.util.Locale;

/**
 * A number over the rows of one series, above two bands coloured by label: what happened, and what
 * a model called it.
 */
public final class TimelinePlot {

  private static final double WIDTH = 1000;
  private static final double HEIGHT = 210;
  private static final double CURVE = 140;
  private static final double BAND = 18;
  private static final double LEFT = 90;
  private static final int COLOURS = 360;
  private static final int GOLDEN = 137;

  private TimelinePlot() {}

  /**
   * Draws.
   *
   * @param id unique on the page
   * @param labels names of the codes
   * @param values one a row; NaN leaves a gap
   */
  public static String svg(
      String id, List<String> labels, double[] values, int[] happened, int[] called) {
    Markup svg = new Markup();
    svg.open(
        "svg",
        "id",
        id,
        "viewBox",
        "0 0 %d %d".formatted((int) WIDTH, (int) HEIGHT),
        "role",
        "img");
    svg.element("title", "A reading over time, with what happened and what was called");
    band(svg, "happened", CURVE + 8, happened);
    band(svg, "called", CURVE + 12 + BAND, called);
    svg.leaf(
        "path", "d", path(values), "fill", "none", "stroke", "currentColor", "stroke-width", "1");
    double x = LEFT;
    for (int k = 0; k < labels.size(); k++) {
      svg.leaf(
          "rect",
          "x",
          number(x),
          "y",
          number(HEIGHT - 14),
          "width",
          "12",
          "height",
          "12",
          "fill",
          colour(k));
      svg.element(
          "text",
          labels.get(k),
          "x",
          number(x + 16),
          "y",
          number(HEIGHT - 4),
          "font-size",
          "12",
          "fill",
          "currentColor");
      x += 40 + 8 * labels.get(k).length();
    }
    return svg.close("svg").line().toString();
  }

  private static void band(Markup svg, String name, double y, int[] codes) {
    svg.element(
        "text", name, "x", "0", "y", number(y + 13), "font-size", "12", "fill", "currentColor");
    int from = 0;
    for (int row = 1; row <= codes.length; row++) {
      if (row == codes.length || codes[row] != codes[from]) {
        svg.leaf(
            "rect",
            "x",
            number(x(from, codes.length)),
            "y",
            number(y),
            "width",
            number(x(row, codes.length) - x(from, codes.length)),
            "height",
            number(BAND),
            "fill",
            colour(codes[from]));
        from = row;
      }
    }
  }

  private static String path(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    double range = most > least ? most - least : 1;
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        drawing = false;
        continue;
      }
      path.append(drawing ? 'L' : 'M')
          .append(number(x(row, values.length)))
          .append(' ')
          .append(number(CURVE - (CURVE - 10) * (values[row] - least) / range));
      drawing = true;
    }
    return path.toString();
  }

  private static double x(int row, int rows) {
    return LEFT + (WIDTH - LEFT) * row / rows;
  }

  /** Hues far apart, whatever the number of labels. */
  private static String colour(int code) {
    return "hsl(%d 55%% 55%%)".formatted((code * GOLDEN + 210) % COLOURS);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
