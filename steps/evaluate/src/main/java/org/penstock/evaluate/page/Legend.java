package org.penstock.evaluate.page;

import java.util.List;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.TimelinePlot;

/** Says below a plot what its marks are, each beside a piece of it. */
final class Legend {

  private final Markup words = new Markup();

  /** Returns the legend of bands coloured by label. */
  static Legend ofLabels(List<String> labels) {
    Legend legend = new Legend();
    for (int code = 0; code < labels.size(); code++) {
      legend.of("block " + TimelinePlot.style(code), labels.get(code));
    }
    return legend;
  }

  /**
   * Adds a mark.
   *
   * @param style of the mark, as in the plot
   */
  Legend of(String style, String meaning) {
    words.open("span", "class", "key").leaf("span", "class", "swatch " + style);
    words.text(meaning).close("span").text(" ");
    return this;
  }

  /** Adds a sentence. */
  Legend say(String sentence) {
    words.text(sentence + " ");
    return this;
  }

  /** Returns it as markup. */
  Markup markup() {
    return words;
  }
}
