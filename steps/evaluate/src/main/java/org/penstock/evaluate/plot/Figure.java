package org.penstock.evaluate.plot;

import static java.util.Objects.requireNonNull;

/**
 * What every plot has around its marks: its size, and words for those who do not see it.
 *
 * @param id unique in the page
 * @param title what it is
 * @param description what it shows, in a sentence
 * @param width of its coordinates
 * @param height of its coordinates
 */
record Figure(String id, String title, String description, double width, double height) {

  static final double WIDTH = 400;
  static final double HEIGHT = 300;

  /** As wide as the page; scrolled sideways on a telephone. */
  static final double WIDE = 880;

  Figure {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(description, "description");
  }

  /** Returns an SVG with its words and no marks, still open. */
  Markup open() {
    Markup svg = new Markup();
    svg.open(
        "svg",
        "class",
        width > WIDTH ? "chart wide" : "chart",
        "viewBox",
        "0 0 %s %s".formatted(Numbers.coordinate(width), Numbers.coordinate(height)),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    svg.element("title", title, "id", id + "-title");
    svg.element("desc", description, "id", id + "-desc");
    return svg;
  }
}
