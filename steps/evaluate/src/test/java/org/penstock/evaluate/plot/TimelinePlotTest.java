package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinePlotTest {

  private static final LocalDateTime START = LocalDateTime.parse("2022-01-02T06:00");
  private static final List<String> LABELS = List.of("off", "load <full>");

  /** Four minutes share 792 units from 70 on, so that each is 198 wide. */
  @Test
  void drawsABandForWhatHappenedOneForWhatWasCalledAndOneWhereTheyDiffer() {
    String svg = plot(0, 1, 2, 3).svg("t", "Title", "Words");

    assertTrue(svg.contains("<rect class=\"mode-0\" x=\"70\" y=\"162\" width=\"396\""), svg);
    assertTrue(svg.contains("<rect class=\"mode-1\" x=\"466\" y=\"162\" width=\"396\""), svg);
    assertTrue(svg.contains("<rect class=\"mode-0\" x=\"70\" y=\"184\" width=\"594\""), svg);
    assertTrue(svg.contains("<rect class=\"mode-1\" x=\"664\" y=\"184\" width=\"198\""), svg);
    assertTrue(svg.contains("<rect class=\"differs\" x=\"466\" y=\"206\" width=\"198\""), svg);
  }

  @Test
  void drawsTheReadingFromItsLeastToItsMost() {
    String svg = plot(0, 1, 2, 3).svg("t", "Title", "Words");

    assertTrue(svg.contains("d=\"M70 150L268 80L466 103.33L664 10\""), svg);
  }

  @Test
  void leavesAPauseOut() {
    String svg = plot(0, 1, 2, 5).svg("t", "Title", "Words");

    // Of six minutes the last row is the sixth, and nothing is known of the two before it.
    assertTrue(svg.contains("<rect class=\"mode-1\" x=\"334\" y=\"162\" width=\"132\""), svg);
    assertTrue(svg.contains("<rect class=\"mode-1\" x=\"730\" y=\"162\" width=\"132\""), svg);
    assertTrue(svg.contains("M730 10"), svg);
  }

  @Test
  void aRowThatIsLateByAStepIsNoPause() {
    String svg = plot(0, 1, 2, 4).svg("t", "Title", "Words");

    assertTrue(svg.contains("d=\"M70 150L228.4 80L386.8 103.33L703.6 10\""), svg);
  }

  @Test
  void writesLabelsIntoTheirBandsAndEscapesThem() {
    String svg = plot(0, 1, 2, 3).svg("t", "Title", "Words");

    assertTrue(svg.contains("class=\"on-mode-1\" x=\"664\""), svg);
    assertTrue(svg.contains(">load &lt;full&gt;</text>"), svg);
    assertFalse(svg.contains("<full>"));
  }

  @Test
  void listsFromWhenOnWhatHappened() {
    PlottedNumbers numbers = plot(0, 1, 2, 3).numbers();

    assertEquals(List.of("From", "Rows", "Happened", "Called", "Mean of flow"), numbers.head());
    assertEquals(
        List.of(
            List.of("2022-01-02 06:00", "2", "off", "off", "1.50"),
            List.of("2022-01-02 06:02", "1", "load <full>", "off", "2.00"),
            List.of("2022-01-02 06:03", "1", "load <full>", "load <full>", "6.00")),
        numbers.lines());
  }

  @Test
  void oneRowIsAPlotToo() {
    String svg =
        new TimelinePlot(
                "flow", LABELS, List.of(START), new double[] {2}, new int[] {0}, new int[] {0})
            .svg("t", "Title", "Words");

    assertTrue(svg.contains("<rect class=\"mode-0\" x=\"70\" y=\"162\" width=\"792\""), svg);
  }

  private static TimelinePlot plot(int... minutes) {
    List<LocalDateTime> times = Arrays.stream(minutes).mapToObj(START::plusMinutes).toList();
    return new TimelinePlot(
        "flow",
        LABELS,
        times,
        new double[] {0, 3, 2, 6},
        new int[] {0, 0, 1, 1},
        new int[] {0, 0, 0, 1});
  }
}
