package org.penstock.model;

import java.util.Arrays;
import org.penstock.config.TrainSettings;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.Logistic;

/** Fits a calibration to predictions for rows that the model had not seen. */
final class CalibrationFit {

  /** A logistic curve may be flat, but must not turn the order of rows round. */
  private static final double LEAST_SLOPE = 1e-3;

  private static final int ITERATIONS = 50;

  /** What the ends of an isotonic curve still rise by, so that the order of rows stays. */
  private static final double RISE = 1e-6;

  /** A step of fewer rows than this share says little, and would answer 0 or 1 at the ends. */
  private static final double SHARE = 0.01;

  private static final int FEWEST = 20;

  private static final double LEAST = 1e-15;

  /** A temperature beyond 1/20 or 20 says that something else is wrong. */
  private static final double FURTHEST = 3;

  private static final double PRECISE = 1e-6;
  private static final double GOLDEN = 0.6180339887498949;

  private CalibrationFit() {}

  /**
   * Fits the calibration called {@code method}.
   *
   * @param labels 0 or 1, of both classes
   * @param probabilities before calibration, one a label
   */
  static Calibration of(TrainSettings.Calibration method, double[] labels, double[] probabilities) {
    return switch (method) {
      case NONE -> new Calibration.None();
      case PLATT -> platt(labels, probabilities);
      case ISOTONIC -> isotonic(labels, probabilities);
      case TEMPERATURE -> temperature(labels, probabilities, 1);
    };
  }

  /**
   * Finds the temperature of the least log-loss by golden sections of its logarithm, in which the
   * log-loss has one minimum.
   *
   * @param labels codes
   * @param probabilities row by row {@code width} of them; 1 for that of the second of two labels
   */
  static Calibration.Temperature temperature(double[] labels, double[] probabilities, int width) {
    double low = -FURTHEST;
    double high = FURTHEST;
    while (high - low > PRECISE) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(labels, probabilities, width, left) <= loss(labels, probabilities, width, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return new Calibration.Temperature(StrictMath.exp((low + high) / 2));
  }

  private static double loss(double[] labels, double[] probabilities, int width, double logarithm) {
    var temperature = new Calibration.Temperature(StrictMath.exp(logarithm));
    double[] said = new double[width];
    double loss = 0;
    for (int row = 0; row < labels.length; row++) {
      if (width == 1) {
        double positive = temperature.apply(probabilities[row]);
        said[0] = labels[row] == 1 ? positive : 1 - positive;
      } else {
        System.arraycopy(probabilities, row * width, said, 0, width);
        temperature.apply(said, 0, width);
      }
      loss -= StrictMath.log(Math.max(LEAST, said[width == 1 ? 0 : (int) labels[row]]));
    }
    return loss;
  }

  /**
   * Newton's method on the likelihood, with Platt's targets. H. Lin et al., <a
   * href="https://doi.org/10.1007/s10994-007-5018-6">A note on Platt's probabilistic outputs</a>.
   */
  static Calibration.Platt platt(double[] labels, double[] probabilities) {
    double positives = Arrays.stream(labels).sum();
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (labels.length - positives + 2);
    double slope = 1;
    double intercept = 0;
    for (int i = 0; i < ITERATIONS; i++) {
      double[] step = step(labels, probabilities, slope, intercept, high, low);
      slope = Math.max(LEAST_SLOPE, slope - step[0]);
      intercept -= step[1];
      if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-10) {
        break;
      }
    }
    return new Calibration.Platt(slope, intercept);
  }

  private static double[] step(
      double[] labels,
      double[] probabilities,
      double slope,
      double intercept,
      double high,
      double low) {
    double g0 = 0;
    double g1 = 0;
    double h00 = 1e-12;
    double h01 = 0;
    double h11 = 1e-12;
    for (int row = 0; row < labels.length; row++) {
      double x = Logistic.logit(probabilities[row]);
      double p = Logistic.sigmoid(slope * x + intercept);
      double gap = p - (labels[row] == 1 ? high : low);
      double weight = p * (1 - p);
      g0 += gap * x;
      g1 += gap;
      h00 += weight * x * x;
      h01 += weight * x;
      h11 += weight;
    }
    if (slope <= LEAST_SLOPE && g0 > 0) {
      return new double[] {0, g1 / h11};
    }
    double determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-9 * h00 * h11)) {
      return new double[] {0, g1 / h11};
    }
    return new double[] {(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant};
  }

  /**
   * The best never decreasing steps, joined by lines between their centres, so that rows within a
   * step keep their order. A. Oron and N. Flournoy, <a
   * href="https://doi.org/10.1080/19466315.2017.1286256">Centered isotonic regression</a>.
   */
  static Calibration.Isotonic isotonic(double[] labels, double[] probabilities) {
    Steps steps = Steps.of(labels, probabilities);
    steps.join(Math.max(FEWEST, SHARE * labels.length));
    int points = steps.size() + 2;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < steps.size(); i++) {
      x[i + 1] = steps.center(i);
      y[i + 1] = steps.height(i);
    }
    x[0] = Math.min(0, Math.nextDown(x[1]));
    y[0] = Math.max(0, y[1] - RISE);
    x[points - 1] = Math.max(1, Math.nextUp(x[points - 2]));
    y[points - 1] = Math.min(1, y[points - 2] + RISE);
    return new Calibration.Isotonic(x, y);
  }
}
