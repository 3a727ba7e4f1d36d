package org.penstock.model;

import java.util.Arrays;
import java.util.OptionalInt;
import org.penstock.config.IntervalSettings;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.scoring.Interval;

/**
 * Split conformal intervals: the size is the quantile of the absolute errors on rows that the
 * models had not seen, with the correction for a finite number of them. V. Vovk et al., Algorithmic
 * Learning in a Random World (2005), 4.1.
 */
final class IntervalFit {

  private IntervalFit() {}

  /**
   * Fits sizes to errors.
   *
   * @param rows of {@code dataset} that were judged
   * @param numbers what was said of each of them by a model that had not seen it
   */
  static Interval of(IntervalSettings settings, Dataset dataset, int[] rows, double[] numbers) {
    double[] errors = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      errors[i] = Math.abs(dataset.labels()[rows[i]] - numbers[i]);
    }
    double otherwise = quantile(errors, settings.confidence());
    if (settings.by().isEmpty()) {
      return new Interval(
          settings.confidence(), OptionalInt.empty(), 0, new double[] {otherwise}, otherwise);
    }

    int feature = CellsTrainer.indexOf(settings.by(), dataset.features());
    Column column = dataset.features().get(feature);
    double[] values = dataset.feature(feature);
    CellRange range = CellRange.of(column, values);
    double[] sizes = new double[range.size()];
    for (int value = 0; value < sizes.length; value++) {
      double wanted = range.first() + value;
      double[] own = new double[rows.length];
      int count = 0;
      for (int i = 0; i < rows.length; i++) {
        if (values[rows[i]] == wanted) {
          own[count++] = errors[i];
        }
      }
      sizes[value] =
          count < fewest(settings.confidence())
              ? otherwise
              : quantile(Arrays.copyOf(own, count), settings.confidence());
    }
    return new Interval(
        settings.confidence(), OptionalInt.of(feature), range.first(), sizes, otherwise);
  }

  /** Fewer errors have no such quantile but infinity. */
  private static double fewest(double confidence) {
    return confidence / (1 - confidence);
  }

  /** Returns the ⌈(n + 1) × confidence⌉-th smallest, at most the largest. */
  private static double quantile(double[] errors, double confidence) {
    Arrays.sort(errors);
    int place = (int) Math.ceil((errors.length + 1) * confidence);
    return errors[Math.clamp(place, 1, errors.length) - 1];
  }
}
