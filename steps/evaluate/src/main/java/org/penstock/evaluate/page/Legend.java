package org.penstock.evaluate.page;

import org.penstock.evaluate.plot.Markup;

/** Says below a plot what its marks are, each beside a piece of it. */
final class Legend {

  private final Markup words = new Markup();

  /**
   * Adds a mark.
   *
   * @param style of the mark, as in the plot
   */
  Legend of(String style, String meaning) {
    words.leaf("span", "class", "swatch " + style).text(meaning + " ");
    return this;
  }

  /** Returns it as markup. */
  Markup markup() {
    return words;
  }
}
