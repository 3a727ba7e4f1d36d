package org.penstock.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.penstock.evaluation.RankedRows.Tie;

/**
 * The curves behind the metrics, thinned for a plot: a point is kept where the curve has moved
 * visibly since the last one kept.
 */
public final class Curves {

  /** Finer than a pixel of a plot 400 pixels wide. */
  private static final double VISIBLE = 0.004;

  private final List<Tie> ties;
  private final double positives;
  private final double rows;

  /** Ranks {@code predictions} once for all curves. */
  public Curves(Predictions predictions) {
    this.ties = new RankedRows(predictions, Cutoff.at(1)).ties();
    this.positives = ties.getLast().positives();
    this.rows = ties.getLast().rows();
  }

  /** A point of a curve. */
  public record Point(double x, double y) {}

  /**
   * Returns, for every threshold, the share of the negative rows called positive and the share of
   * the positive rows found; from (0, 0) to (1, 1). Coordinates are NaN if a class is missing.
   */
  public List<Point> roc() {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    for (Tie tie : ties) {
      points.add(
          new Point(
              (tie.rows() - tie.positives()) / (rows - positives), tie.positives() / positives));
    }
    return thin(points);
  }

  /** Returns recall and precision for every threshold that finds a positive row. */
  public List<Point> precisionRecall() {
    List<Point> points = new ArrayList<>();
    for (Tie tie : ties) {
      if (tie.positives() > 0) {
        points.add(new Point(tie.positives() / positives, tie.positives() / (double) tie.rows()));
      }
    }
    return thin(points);
  }

  /** Returns the share of all rows looked at, best first, and of the positive rows found. */
  public List<Point> gain() {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    for (Tie tie : ties) {
      points.add(new Point(tie.rows() / rows, tie.positives() / positives));
    }
    return thin(points);
  }

  private static List<Point> thin(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (kept.isEmpty()
          || i == points.size() - 1
          || Math.abs(point.x() - kept.getLast().x()) >= VISIBLE
          || Math.abs(point.y() - kept.getLast().y()) >= VISIBLE) {
        kept.add(point);
      }
    }
    return List.copyOf(kept);
  }
}
