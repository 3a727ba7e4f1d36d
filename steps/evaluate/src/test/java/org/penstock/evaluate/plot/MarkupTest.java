package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void escapesTexts() {
    assertEquals(
        "<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>",
        new Markup().element("p", "<b> & \"c\" 'd'").toString());
  }

  @Test
  void escapesAttributes() {
    assertEquals(
        "<p title=\"&quot;&gt;&lt;script&gt;\"></p>",
        new Markup().leaf("p", "title", "\"><script>").toString());
  }

  @Test
  void replacesWhatNoPageMayHold() {
    assertEquals("a\uFFFDb\n\t", new Markup().text("a\u0000b\n\t").toString());
  }

  @Test
  void writesDoublesAsCoordinates() {
    assertEquals(
        "<g x=\"1.5\" y=\"-0.33\" z=\"2\"></g>",
        new Markup().leaf("g", "x", 1.5, "y", -1 / 3.0, "z", 2.001).toString());
  }
}
