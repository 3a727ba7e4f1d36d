package org.penstock.evaluate.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penstock.evaluation.Curves.Point;

class LiftPlotTest {

  private static final Point START = new Point(0, 0);
  private static final Point END = new Point(1, 1);

  /** For sums of tenths. */
  private static final double ROUNDED = 1e-12;

  @Test
  void anyOrderHasALiftOfOneInEveryTenth() {
    double[] tenths = new LiftPlot(List.of(START, END)).tenths();

    assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, tenths, ROUNDED);
  }

  @Test
  void theBestOrderHasAllInTheFirstTenth() {
    double[] tenths = new LiftPlot(List.of(START, new Point(.1, 1), END)).tenths();

    assertArrayEquals(new double[] {10, 0, 0, 0, 0, 0, 0, 0, 0, 0}, tenths, ROUNDED);
  }

  @Test
  void dividesATieEvenly() {
    double[] tenths = new LiftPlot(List.of(START, new Point(.2, .8), END)).tenths();

    assertEquals(4, tenths[0], ROUNDED);
    assertEquals(4, tenths[1], ROUNDED);
    assertEquals(.25, tenths[2], ROUNDED);
  }

  @Test
  void leavesOutTheFirstRowsWhoseLiftJumps() {
    List<Point> cumulative =
        new LiftPlot(List.of(START, new Point(.001, .05), new Point(.05, .2), END)).cumulative();

    assertEquals(List.of(new Point(.05, .2 / .05), END), cumulative);
  }

  @Test
  void tellsItsNumbersToThoseWhoDoNotSeeIt() {
    String svg = new LiftPlot(List.of(START, new Point(.1, 1), END)).chart().svg();

    assertTrue(svg.contains("times those of any order: 10.0"), svg);
  }
}
