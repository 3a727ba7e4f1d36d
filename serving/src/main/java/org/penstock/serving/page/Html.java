package org.penstock.serving.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills templates with texts that may hold anything. */
final class Html {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private Html() {}

  /**
   * Replaces every {@code {{name}}} of {@code template} by the text of that name, escaped.
   *
   * @throws IllegalArgumentException if the template names a text that is not there
   */
  static String fill(String template, Map<String, String> texts) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> {
          String text = texts.get(place.group(1));
          if (text == null) {
            throw new IllegalArgumentException("No text for " + place.group());
          }

          return Matcher.quoteReplacement(escape(text));
        });
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
