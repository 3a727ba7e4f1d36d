package org.penstock.evaluate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.PlottedNumbers;

class TableTest {

  @Test
  void saysOfWhatEachHeadIsAndEscapesEverything() {
    Markup page = new Markup();

    Table table = Table.of(page, "All <rows>", "wide").column("Na&me").number("Rows");
    table.group("a<b").row("chosen").name("\"x\"").value("1 < 2").row().name("y").value("3").end();

    assertEquals(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"All &lt;rows&gt;\">"
            + "<table class=\"wide\"><caption>All &lt;rows&gt;</caption><thead><tr>"
            + "<th scope=\"col\" class=\"t\">Na&amp;me</th><th scope=\"col\" class=\"n\">Rows</th>"
            + "</tr></thead><tbody>"
            + "<tr><th colspan=\"2\" scope=\"rowgroup\">a&lt;b</th></tr>"
            + "<tr class=\"chosen\"><th scope=\"row\">&quot;x&quot;</th><td class=\"n\">1 &lt; 2</td></tr>"
            + "<tr><th scope=\"row\">y</th><td class=\"n\">3</td></tr>"
            + "</tbody></table></div>\n",
        page.toString());
  }

  @Test
  void opensTheNumbersBehindAPlot() {
    Markup page = new Markup();

    Table.details(
        page, "ROC", new PlottedNumbers(List.of("At", "Model"), List.of(List.of("0", "0.5")), 7));

    assertEquals(
        "<details><summary>The numbers</summary>"
            + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"ROC, one line in 7\">"
            + "<table class=\"plain\"><caption>ROC, one line in 7</caption><thead><tr>"
            + "<th scope=\"col\" class=\"t\">At</th><th scope=\"col\" class=\"n\">Model</th>"
            + "</tr></thead><tbody><tr><th scope=\"row\">0</th><td class=\"n\">0.5</td></tr>"
            + "</tbody></table></div>\n</details>",
        page.toString());
  }

  @Test
  void aTableWithoutRowsHasItsHeads() {
    Markup page = new Markup();

    Table.of(page, "c").column("a").end();

    assertEquals(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"c\">"
            + "<table class=\"plain\"><caption>c</caption><thead><tr>"
            + "<th scope=\"col\" class=\"t\">a</th></tr></thead><tbody></tbody></table></div>\n",
        page.toString());
  }
}
