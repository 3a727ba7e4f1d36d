package org.penstock.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.dataset.Grouping;
import org.penstock.row.Task;

/**
 * Which number happened and which a model said, row by row. Arrays are shared, not copied.
 *
 * @param targets what happened, finite
 * @param numbers what was said, finite
 * @param groups which rows belong together: they are drawn together by a bootstrap
 * @param band the intervals that were said, if any
 */
public record NumberPredictions(
    double[] targets, double[] numbers, Grouping groups, Optional<Band> band)
    implements Predictions {

  /**
   * An interval for every row.
   *
   * @param lower ends, finite
   * @param upper ends, none below its lower end
   */
  public record Band(double[] lower, double[] upper) {

    public Band {
      for (int row = 0; row < Math.max(lower.length, upper.length); row++) {
        if (!(lower[row] <= upper[row] && Double.isFinite(upper[row] - lower[row]))) {
          throw new IllegalArgumentException(
              "Interval of row %d goes from %s to %s".formatted(row, lower[row], upper[row]));
        }
      }
    }

    private Band rows(int[] indices) {
      return new Band(Predictions.take(lower, 1, indices), Predictions.take(upper, 1, indices));
    }
  }

  public NumberPredictions {
    requireNonNull(band, "band");
    Predictions.check(targets, numbers, 1, groups);
    if (band.isPresent() && band.get().lower().length != targets.length) {
      throw new IllegalArgumentException(
          "%d intervals of %d rows".formatted(band.get().lower().length, targets.length));
    }
    for (int row = 0; row < targets.length; row++) {
      if (!Double.isFinite(targets[row]) || !Double.isFinite(numbers[row])) {
        throw new IllegalArgumentException(
            "Row %d was %s and is predicted %s, expected finite numbers"
                .formatted(row, targets[row], numbers[row]));
      }
    }
  }

  /** Predictions without intervals. */
  public NumberPredictions(double[] targets, double[] numbers, Grouping groups) {
    this(targets, numbers, groups, Optional.empty());
  }

  /** Returns predictions in which every row stands for itself. */
  public static NumberPredictions of(double[] targets, double[] numbers) {
    return new NumberPredictions(targets, numbers, Predictions.alone(targets.length));
  }

  @Override
  public Task task() {
    return Task.NUMBER;
  }

  @Override
  public double[] labels() {
    return targets;
  }

  @Override
  public double[] outputs() {
    return numbers;
  }

  /** Returns these rows with other numbers, and without intervals. */
  @Override
  public NumberPredictions with(double[] numbers) {
    return new NumberPredictions(targets, numbers, groups);
  }

  @Override
  public NumberPredictions rows(int[] indices) {
    return new NumberPredictions(
        Predictions.take(targets, 1, indices),
        Predictions.take(numbers, 1, indices),
        Predictions.take(groups, indices),
        band.map(intervals -> intervals.rows(indices)));
  }
}
