package org.penstock.evaluate.plot;

/** HTML or SVG as text; everything that goes in as text or attribute is escaped. */
public final class Markup {

  private final StringBuilder out = new StringBuilder();

  /**
   * Begins an element.
   *
   * @param attributes name, value, name, value, …; doubles are written as coordinates
   */
  public Markup open(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      out.append(' ').append(attributes[i]).append("=\"");
      escape(value instanceof Double number ? Numbers.coordinate(number) : value.toString());
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Ends an element. */
  public Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /** Writes an element without content. */
  public Markup leaf(String element, Object... attributes) {
    return open(element, attributes).close(element);
  }

  /** Writes an element with a text. */
  public Markup element(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** Writes a text. */
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Writes what is markup already. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Begins a new line. */
  public Markup line() {
    out.append('\n');
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
