package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, each cell as dark as its share; one row is one name. */
public final class BlockMap {

  private static final double WIDTH = Figure.WIDE;
  private static final double LEFT = 286;
  private static final double RIGHT = 60;
  private static final double TOP = 4;
  private static final double ROW = 18;
  private static final double BOTTOM = 22;

  /** What fits to the left of the cells. */
  private static final int LONGEST_NAME = 40;

  /** More shades than this are not told apart. */
  private static final int SHADES = 10;

  private final String id;
  private final String title;
  private final String description;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, List<Double> shares, String total) {}

  /**
   * @param id unique in the page
   * @param title what it is, for those who do not see it
   * @param description what it shows, in a sentence
   */
  public BlockMap(String id, String title, String description) {
    this.id = requireNonNull(id, "id");
    this.title = requireNonNull(title, "title");
    this.description = requireNonNull(description, "description");
  }

  /**
   * Adds a row below those added before.
   *
   * @param shares of each cell, 0 to 1
   * @param total what stands at the end of the row
   */
  public BlockMap line(String name, List<Double> shares, String total) {
    lines.add(new Line(requireNonNull(name, "name"), List.copyOf(shares), total));
    return this;
  }

  /**
   * Returns the SVG.
   *
   * @param first what stands below the first cell
   * @param last what stands below the last
   */
  public String svg(String first, String last) {
    double bottom = TOP + lines.size() * ROW;
    Markup svg = new Figure(id, title, description, Figure.WIDE, bottom + BOTTOM).open();
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), TOP + i * ROW);
    }
    Axes.text(svg, first, "tick", LEFT, bottom + 15, "start");
    Axes.text(svg, last, "tick", WIDTH - RIGHT, bottom + 15, "end");
    return svg.close("svg").toString();
  }

  private static void draw(Markup svg, Line line, double top) {
    double middle = top + ROW / 2 + 4;
    Axes.text(svg, shortened(line.name()), "label", LEFT - 8, middle, "end");
    rectangle(svg, "cells", LEFT, top + 1, WIDTH - LEFT - RIGHT, 1);
    double width = (WIDTH - LEFT - RIGHT) / Math.max(1, line.shares().size());
    int from = 0;
    while (from < line.shares().size()) {
      int shade = shade(line.shares().get(from));
      int to = from + 1;
      while (to < line.shares().size() && shade(line.shares().get(to)) == shade) {
        to++;
      }
      if (shade > 0) {
        rectangle(
            svg,
            "shade",
            LEFT + from * width,
            top + 1,
            (to - from) * width,
            (double) shade / SHADES);
      }
      from = to;
    }
    Axes.text(svg, line.total(), "tick", WIDTH - RIGHT + 8, middle, "start");
  }

  /** Names that begin alike often end differently. */
  private static String shortened(String name) {
    int half = LONGEST_NAME / 2;
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, half) + "…" + name.substring(name.length() - half + 1);
  }

  /** Nothing is 0. By the root, since few are to be seen, and told from fewer. */
  private static int shade(double share) {
    return (int) Math.ceil(StrictMath.sqrt(share) * SHADES);
  }

  private static void rectangle(
      Markup svg, String style, double x, double y, double width, double opacity) {
    svg.leaf(
        "rect",
        "class",
        style,
        "x",
        x,
        "y",
        y,
        "width",
        width,
        "height",
        ROW - 2,
        "fill-opacity",
        opacity);
  }
}
