package org.penstock.evaluate.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penstock.evaluate.plot.Markup;

/** Links to the sections of a page. */
final class Contents {

  private static final Pattern SECTION =
      Pattern.compile("<section id=\"([a-z-]+)\"><h2>([^<]*)</h2>");

  private Contents() {}

  /**
   * Writes a link to each section with a heading.
   *
   * @param body markup of ours, whose texts are escaped
   */
  static void write(Markup page, String body) {
    page.open("nav", "aria-label", "Sections");
    Matcher section = SECTION.matcher(body);
    while (section.find()) {
      page.open("a", "href", "#" + section.group(1)).raw(section.group(2)).close("a").line();
    }
    page.close("nav").line();
  }
}
