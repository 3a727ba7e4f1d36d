package org.penstock.scoring;

/**
 * Makes probabilities of scores: of the rows with a calibrated probability of 0.2, one in five has
 * the label. Never decreases, so the order of rows stays. Fitted on predictions for rows that the
 * model had not seen.
 */
public sealed interface Calibration {

  /**
   * Returns the calibrated probability.
   *
   * @param probability in [0, 1]; NaN stays NaN
   */
  double apply(double probability);

  /** The scores are taken as they are. */
  record None() implements Calibration {
    @Override
    public double apply(double probability) {
      return probability;
    }
  }

  /**
   * A logistic regression on the log-odds of the score: {@code sigmoid(slope × log-odds +
   * intercept)}. J. Platt, Probabilistic outputs for support vector machines (1999).
   *
   * @param slope positive and finite
   * @param intercept finite
   */
  record Platt(double slope, double intercept) implements Calibration {

    public Platt {
      if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
        throw new IllegalArgumentException(
            "Platt calibration needs a positive slope and a finite intercept, got %s and %s"
                .formatted(slope, intercept));
      }
    }

    @Override
    public double apply(double probability) {
      return Logistic.sigmoid(slope * Logistic.logit(probability) + intercept);
    }
  }

  /**
   * All log-odds divided by one number: above 1 the model is made less sure of itself. For two
   * labels and for more. C. Guo et al., <a href="https://arxiv.org/abs/1706.04599">On calibration
   * of modern neural networks</a> (2017).
   *
   * @param temperature positive and finite
   */
  record Temperature(double temperature) implements Calibration {

    /** Keeps the logarithm of a probability of 0 finite. */
    private static final double LEAST = 1e-15;

    public Temperature {
      if (!(temperature > 0) || !Double.isFinite(temperature)) {
        throw new IllegalArgumentException(
            "A temperature is positive and finite, got %s".formatted(temperature));
      }
    }

    @Override
    public double apply(double probability) {
      return Logistic.sigmoid(Logistic.logit(probability) / temperature);
    }

    /** Calibrates the probabilities of several labels from {@code start} to {@code end}. */
    public void apply(double[] probabilities, int start, int end) {
      double sum = 0;
      for (int k = start; k < end; k++) {
        double logarithm = StrictMath.log(Math.max(LEAST, probabilities[k]));
        probabilities[k] = StrictMath.exp(logarithm / temperature);
        sum += probabilities[k];
      }
      for (int k = start; k < end; k++) {
        probabilities[k] /= sum;
      }
    }
  }

  /**
   * A piecewise linear, never decreasing curve through points; constant outside of them.
   *
   * @param x scores, strictly increasing, at least one
   * @param y the probability at each, in [0, 1], never decreasing
   */
  record Isotonic(double[] x, double[] y) implements Calibration {

    public Isotonic {
      x = x.clone();
      y = y.clone();
      if (x.length == 0 || x.length != y.length) {
        throw new IllegalArgumentException(
            "Isotonic calibration needs as many x as y, at least one, got %d and %d"
                .formatted(x.length, y.length));
      }
      for (int i = 0; i < x.length; i++) {
        boolean inside = y[i] >= 0 && y[i] <= 1 && Double.isFinite(x[i]);
        if (!inside || (i > 0 && !(x[i] > x[i - 1] && y[i] >= y[i - 1]))) {
          throw new IllegalArgumentException(
              "Isotonic calibration: point %d (%s, %s) does not go up from the one before"
                  .formatted(i, x[i], y[i]));
        }
      }
    }

    @Override
    public double apply(double probability) {
      if (Double.isNaN(probability)) {
        return probability;
      }
      int last = x.length - 1;
      if (probability <= x[0]) {
        return y[0];
      }
      if (probability >= x[last]) {
        return y[last];
      }
      int low = 0;
      int high = last;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (x[middle] <= probability) {
          low = middle;
        } else {
          high = middle;
        }
      }
      double share = (probability - x[low]) / (x[high] - x[low]);
      return Math.min(y[low] + share * (y[high] - y[low]), y[high]);
    }
  }
}
