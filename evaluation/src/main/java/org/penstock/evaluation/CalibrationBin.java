package org.penstock.evaluation;

/**
 * What was said and what happened among rows of about the same probability.
 *
 * @param probability the mean that was said
 * @param frequency the share of positive rows
 * @param rows how many rows, at least 1
 * @param lower end of the 95 % interval of the frequency
 * @param upper end of the 95 % interval of the frequency
 */
public record CalibrationBin(
    double probability, double frequency, long rows, double lower, double upper) {

  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The interval is Wilson's, which takes rows as independent: among rows of few groups it is too
   * narrow.
   *
   * @param probability the sum over the rows
   */
  static CalibrationBin of(double probability, long positives, long rows) {
    double frequency = (double) positives / rows;
    double centre = frequency + Z * Z / (2 * rows);
    double half = Z * Math.sqrt(frequency * (1 - frequency) / rows + Z * Z / (4.0 * rows * rows));
    double scale = 1 + Z * Z / rows;
    return new CalibrationBin(
        probability / rows,
        frequency,
        rows,
        Math.max(0, (centre - half) / scale),
        Math.min(1, (centre + half) / scale));
  }
}
