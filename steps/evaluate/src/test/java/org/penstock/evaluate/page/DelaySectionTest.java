package org.penstock.evaluate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.penstock.evaluate.finding.EntityFindings;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluation.ChangeDelays.Change;

class DelaySectionTest {

  /** Seen at once, after three rows, and never; then a change to the other label. */
  private static final List<Change> CHANGES =
      List.of(
          new Change(0, OptionalInt.of(0)),
          new Change(0, OptionalInt.of(3)),
          new Change(0, OptionalInt.empty()),
          new Change(1, OptionalInt.of(1)));

  @Test
  void countsWhatIsSeenByThenAmongAllChanges() {
    Chart chart = DelaySection.chart(CHANGES);

    assertEquals(
        List.of("0.250", "0.500", "0.500", "0.750", "0.750"),
        chart.numbers().lines().stream().limit(5).map(line -> line.get(1)).toList());
    assertEquals("0.750", chart.numbers().lines().getLast().get(1));
    // Two of fifteen rows to the right, half-way up.
    assertTrue(chart.svg().contains("cx=\"101.2\" cy=\"133\""), chart::svg);
  }

  @Test
  void tellsTheLabelsApart() {
    Markup page = new Markup();

    DelaySection.write(
        page, List.of("off", "<load>"), new EntityFindings("asset", List.of(), CHANGES, List.of()));

    assertTrue(
        page.toString()
            .contains(
                "<th scope=\"row\">off</th><td class=\"n\">3</td><td class=\"n\">1</td>"
                    + "<td class=\"n\">1.5</td><td class=\"n\">2.7</td>"),
        page::toString);
    assertTrue(
        page.toString()
            .contains("<th scope=\"row\">&lt;load&gt;</th><td class=\"n\">1</td><td class=\"n\">0"),
        page::toString);
  }
}
