package org.penstock.evaluate.page;

import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.PlottedNumbers;

/** A plot with its heading, what its marks mean, and the numbers behind it. */
final class PlotFigure {

  private PlotFigure() {}

  static void write(Markup page, String title, Chart chart, Legend legend) {
    write(page, title, chart.svg(), legend, chart.numbers());
  }

  /**
   * Writes.
   *
   * @param numbers those that the marks stand for; without lines there is nothing to open
   */
  static void write(Markup page, String title, String svg, Legend legend, PlottedNumbers numbers) {
    page.open("figure").element("h3", title).open("div", "class", "scroll").raw(svg).close("div");
    page.open("figcaption").raw(legend.markup().toString()).close("figcaption");
    if (!numbers.lines().isEmpty()) {
      Table.details(page, title, numbers);
    }
    page.close("figure").line();
  }
}
