package org.penstock.evaluate.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penstock.evaluate.plot.Axis;
import org.penstock.evaluate.plot.Chart;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Curves.Point;

/**
 * How many times more positive rows than in any order there are among the likeliest: in each tenth
 * of the rows, and in all rows down to a place of the list.
 *
 * @param gain the share of all rows looked at, best first, and of the positive rows found; from (0,
 *     0) to (1, 1)
 */
record LiftPlot(List<Point> gain) {

  private static final int PARTS = 10;

  /** The lift of the very first rows jumps; a plot scaled to it shows nothing else. */
  private static final double SETTLED = 0.02;

  LiftPlot {
    gain = List.copyOf(gain);
  }

  /** Returns the lift of each tenth of the rows, the likeliest first. */
  double[] tenths() {
    double[] lifts = new double[PARTS];
    for (int part = 0; part < PARTS; part++) {
      lifts[part] = (found((part + 1.0) / PARTS) - found((double) part / PARTS)) * PARTS;
    }
    return lifts;
  }

  /** Returns for each place of the list, from the first fiftieth on, the lift of all before it. */
  List<Point> cumulative() {
    List<Point> lifts = new ArrayList<>();
    for (Point point : gain) {
      if (point.x() >= SETTLED) {
        lifts.add(new Point(point.x(), point.y() / point.x()));
      }
    }
    return lifts;
  }

  /** Returns the share of the positive rows among the first {@code share} of all, interpolated. */
  private double found(double share) {
    Point before = gain.getFirst();
    for (Point point : gain) {
      if (point.x() >= share) {
        double width = point.x() - before.x();
        double part = width > 0 ? (share - before.x()) / width : 1;
        return before.y() + part * (point.y() - before.y());
      }
      before = point;
    }
    return before.y();
  }

  Chart chart() {
    double[] tenths = tenths();
    List<Point> cumulative = cumulative();
    double most =
        Math.max(
            Arrays.stream(tenths).max().orElse(1),
            cumulative.stream().mapToDouble(Point::y).max().orElse(1));
    return new Chart(
            "lift",
            "Lift",
            "Positive rows of each tenth, the likeliest first, times those of any order: %s."
                .formatted(
                    String.join(", ", Arrays.stream(tenths).mapToObj(Numbers::metric).toList())),
            Axis.shares("Rows looked at, most probable first"),
            Axis.upTo("Times as many as in any order", Math.max(1.2, 1.1 * most)))
        .steps("faint", "This tenth alone, from", 0, 1.0 / PARTS, tenths)
        .line("one", "All rows down to here", cumulative)
        .line("reference", List.of(new Point(0, 1), new Point(1, 1)));
  }
}
