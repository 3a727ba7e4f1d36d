package org.penstock.evaluate.plot;

import org.penstock.evaluation.Estimate;

/**
 * A value with its interval as a small bar for a line of a table; bars of one table share a scale.
 *
 * @param axis the scale
 * @param reference a value to compare with, drawn as a line; NaN for none
 * @param referenceName what it is, e.g. {@code base rate}
 */
public record IntervalBar(Axis axis, double reference, String referenceName) {

  private static final double WIDTH = 180;
  private static final double HEIGHT = 18;
  private static final double PADDING = 5;

  /** Returns the SVG of {@code estimate}, described by {@code name}. */
  public String svg(String name, Estimate estimate) {
    Markup svg = new Markup();
    svg.open("svg", "class", "bar", "viewBox", "0 0 180 18", "role", "img");
    svg.element("title", describe(name, estimate));
    double middle = HEIGHT / 2;
    svg.leaf(
        "line", "class", "grid", "x1", PADDING, "x2", WIDTH - PADDING, "y1", middle, "y2", middle);
    if (Double.isFinite(reference)) {
      svg.leaf(
          "line",
          "class",
          "line reference",
          "x1",
          at(reference),
          "x2",
          at(reference),
          "y1",
          1.0,
          "y2",
          HEIGHT - 1);
    }
    if (estimate.lower() <= estimate.upper()) {
      double from = at(estimate.lower());
      svg.leaf(
          "rect",
          "class",
          "range",
          "x",
          from,
          "y",
          middle - 3,
          "width",
          Math.max(1, at(estimate.upper()) - from),
          "height",
          6.0,
          "rx",
          3.0);
    }
    if (Double.isFinite(estimate.value())) {
      svg.leaf("circle", "class", "dot one", "cx", at(estimate.value()), "cy", middle, "r", 4.0);
    }
    return svg.close("svg").toString();
  }

  private String describe(String name, Estimate estimate) {
    String range = Numbers.interval(estimate).map(interval -> ", interval " + interval).orElse("");
    String compared =
        Double.isFinite(reference)
            ? "; %s %s".formatted(referenceName, Numbers.metric(reference))
            : "";
    return "%s: %s%s%s".formatted(name, Numbers.metric(estimate.value()), range, compared);
  }

  /** What lies outside the scale is drawn at its end. */
  private double at(double value) {
    return PADDING + Math.clamp(axis.share(value), 0, 1) * (WIDTH - 2 * PADDING);
  }
}
