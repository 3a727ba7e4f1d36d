package org.penstock.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.penstock.evaluation.RankedRows.Tie;

/**
 * The curves behind the metrics, thinned for a plot: a point is kept where the curve has moved
 * visibly since the last one kept.
 *
 * @param roc for every threshold the share of the negative rows called positive and the share of
 *     the positive rows found, from (0, 0) to (1, 1); NaN if a class is missing
 * @param precisionRecall recall and precision for every threshold that finds a positive row
 * @param gain the share of all rows looked at, best first, and of the positive rows found
 * @param calibration what was said and what happened, ascending
 */
public record Curves(
    List<Point> roc,
    List<Point> precisionRecall,
    List<Point> gain,
    List<CalibrationBin> calibration) {

  public Curves {
    roc = List.copyOf(roc);
    precisionRecall = List.copyOf(precisionRecall);
    gain = List.copyOf(gain);
    calibration = List.copyOf(calibration);
  }

  /** A point of a curve. */
  public record Point(double x, double y) {}

  /** Ranks {@code predictions} once for all curves. */
  public static Curves of(BinaryPredictions predictions) {
    double rows = predictions.rows();
    double positives = predictions.baseRate() * rows;
    Trace roc = new Trace();
    Trace precisionRecall = new Trace();
    Trace gain = new Trace();
    roc.add(0, 0);
    gain.add(0, 0);
    RankedRows ranked = new RankedRows(predictions, Cutoff.at(1));
    CalibrationBins bins = new CalibrationBins();
    ranked.forEachTie((tie, bin) -> {
      double found = tie.positives() / positives;
      roc.add((tie.rows() - tie.positives()) / (rows - positives), found);
      gain.add(tie.rows() / rows, found);
      if (tie.positives() > 0) {
        precisionRecall.add(found, (double) tie.positives() / tie.rows());
      }
      bins.add(tie, bin);
    });
    return new Curves(roc.kept(), precisionRecall.kept(), gain.kept(), bins.ascending());
  }

  /** A curve as it is drawn. */
  private static final class Trace {

    /** Finer than a pixel of a plot 400 pixels wide. */
    private static final double VISIBLE = 0.004;

    private final List<Point> kept = new ArrayList<>();
    private double lastX;
    private double lastY;

    /** The last point always counts; it replaces one before it that moved too little to be kept. */
    private boolean pending;

    void add(double x, double y) {
      pending = true;
      lastX = x;
      lastY = y;
      if (kept.isEmpty()
          || Math.abs(x - kept.getLast().x()) >= VISIBLE
          || Math.abs(y - kept.getLast().y()) >= VISIBLE) {
        kept.add(new Point(x, y));
        pending = false;
      }
    }

    List<Point> kept() {
      if (pending) {
        kept.add(new Point(lastX, lastY));
        pending = false;
      }
      return kept;
    }
  }

  /** Collects the rows of bins, which come in descending order of probability. */
  private static final class CalibrationBins {

    private final List<CalibrationBin> bins = new ArrayList<>();
    private int current;
    private double probability;
    private Tie last = new Tie(0, 0, 0);
    private Tie before = last;

    void add(Tie tie, int bin) {
      if (bin != current) {
        end();
        current = bin;
      }
      probability += tie.probability() * (tie.rows() - last.rows());
      last = tie;
    }

    private void end() {
      bins.addFirst(
          CalibrationBin.of(
              probability, last.positives() - before.positives(), last.rows() - before.rows()));
      before = last;
      probability = 0;
    }

    List<CalibrationBin> ascending() {
      end();
      return bins;
    }
  }
}
