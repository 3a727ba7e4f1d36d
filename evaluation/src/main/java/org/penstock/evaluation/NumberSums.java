package org.penstock.evaluation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.penstock.evaluation.NumberPredictions.Band;
import org.penstock.row.Task;

/** Predictions of numbers, summed up by group: errors, their squares, and the targets. */
final class NumberSums implements Measurable {

  /** What is summed for each group. */
  private enum Sum {
    ROWS,
    ERROR,
    ABSOLUTE,
    SQUARE,
    SHARE,
    TARGET,
    TARGET_SQUARE,
    INSIDE,
    WIDTH
  }

  private final double[][] sums;
  private final Set<Metric> metrics;

  NumberSums(NumberPredictions predictions) {
    this.sums = new double[predictions.groups().count()][Sum.values().length];
    Set<Metric> measured = EnumSet.copyOf(Metric.of(Task.NUMBER));
    if (predictions.band().isEmpty()) {
      measured.remove(Metric.COVERAGE);
      measured.remove(Metric.INTERVAL_WIDTH);
    }
    this.metrics = Collections.unmodifiableSet(measured);
    double middle = mean(predictions.targets());
    for (int row = 0; row < predictions.rows(); row++) {
      double target = predictions.targets()[row];
      double error = predictions.numbers()[row] - target;
      double[] of = sums[predictions.groups().codes()[row]];
      of[Sum.ROWS.ordinal()]++;
      of[Sum.ERROR.ordinal()] += error;
      of[Sum.ABSOLUTE.ordinal()] += Math.abs(error);
      of[Sum.SQUARE.ordinal()] += error * error;
      of[Sum.SHARE.ordinal()] += target == 0 ? Double.NaN : Math.abs(error / target);
      of[Sum.TARGET.ordinal()] += target - middle;
      of[Sum.TARGET_SQUARE.ordinal()] += (target - middle) * (target - middle);
      add(predictions.band(), row, target, of);
    }
  }

  private static void add(Optional<Band> band, int row, double target, double[] of) {
    if (band.isPresent()) {
      double lower = band.get().lower()[row];
      double upper = band.get().upper()[row];
      of[Sum.INSIDE.ordinal()] += lower <= target && target <= upper ? 1 : 0;
      of[Sum.WIDTH.ordinal()] += upper - lower;
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value / values.length;
    }
    return sum;
  }

  @Override
  public Set<Metric> metrics() {
    return metrics;
  }

  @Override
  public int groups() {
    return sums.length;
  }

  @Override
  public void measure(int[] weights, double[] into) {
    double[] total = new double[Sum.values().length];
    for (int group = 0; group < sums.length; group++) {
      if (weights[group] > 0) {
        for (int i = 0; i < total.length; i++) {
          total[i] += weights[group] * sums[group][i];
        }
      }
    }
    double rows = total[Sum.ROWS.ordinal()];
    double mean = total[Sum.TARGET.ordinal()] / rows;
    double spread = total[Sum.TARGET_SQUARE.ordinal()] - rows * mean * mean;
    double squares = total[Sum.SQUARE.ordinal()];
    into[Metric.MAE.ordinal()] = total[Sum.ABSOLUTE.ordinal()] / rows;
    into[Metric.RMSE.ordinal()] = Math.sqrt(squares / rows);
    into[Metric.BIAS.ordinal()] = total[Sum.ERROR.ordinal()] / rows;
    into[Metric.R2.ordinal()] = spread > 0 ? 1 - squares / spread : Double.NaN;
    into[Metric.MAPE.ordinal()] = total[Sum.SHARE.ordinal()] / rows;
    if (metrics.contains(Metric.COVERAGE)) {
      into[Metric.COVERAGE.ordinal()] = total[Sum.INSIDE.ordinal()] / rows;
      into[Metric.INTERVAL_WIDTH.ordinal()] = total[Sum.WIDTH.ordinal()] / rows;
    }
  }
}
