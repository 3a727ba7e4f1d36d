package org.penstock.scoring;

import java.util.List;

/**
 * A linear or logistic regression: every feature adds a term to each output.
 *
 * @param bias one an output
 * @param terms one a feature, in feature order
 */
public record LinearScorer(double[] bias, List<Term> terms) implements Scorer {

  /** What a feature adds to the outputs; every array has one entry an output. */
  public sealed interface Term {

    /** Returns what {@code value} adds to {@code output}; NaN is missing. */
    double of(double value, int output);

    /** Returns whether every array of this term has {@code outputs} entries. */
    boolean fits(int outputs);
  }

  /**
   * The term of a number: {@code weight × (value − mean) / scale}.
   *
   * @param mean what is subtracted, and what stands for a missing value
   * @param scale what is divided by, positive
   * @param weights one an output
   * @param missing what a missing value adds, one an output
   */
  public record NumberTerm(double mean, double scale, double[] weights, double[] missing)
      implements Term {

    public NumberTerm {
      weights = weights.clone();
      missing = missing.clone();
      if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "A number term has mean %s and scale %s".formatted(mean, scale));
      }
      requireFinite(weights);
      requireFinite(missing);
    }

    @Override
    public double of(double value, int output) {
      return Double.isNaN(value) ? missing[output] : weights[output] * ((value - mean) / scale);
    }

    @Override
    public boolean fits(int outputs) {
      return weights.length == outputs && missing.length == outputs;
    }
  }

  /**
   * The term of a category: a weight a level.
   *
   * @param weights by level code, then by output
   * @param missing what a missing value, or a code that is no level, adds, one an output
   */
  public record LevelsTerm(double[][] weights, double[] missing) implements Term {

    public LevelsTerm {
      weights = weights.clone();
      for (int i = 0; i < weights.length; i++) {
        weights[i] = weights[i].clone();
        requireFinite(weights[i]);
      }
      missing = missing.clone();
      requireFinite(missing);
    }

    @Override
    public double of(double value, int output) {
      return value >= 0 && value < weights.length ? weights[(int) value][output] : missing[output];
    }

    @Override
    public boolean fits(int outputs) {
      for (double[] level : weights) {
        if (level.length != outputs) {
          return false;
        }
      }
      return missing.length == outputs;
    }
  }

  public LinearScorer {
    bias = bias.clone();
    requireFinite(bias);
    terms = List.copyOf(terms);
    if (bias.length == 0 || bias.length == 2) {
      throw new IllegalArgumentException("A scorer has 1 output or at least 3, not " + bias.length);
    }
    for (Term term : terms) {
      if (!term.fits(bias.length)) {
        throw new IllegalArgumentException(
            "A term has not as many weights as there are outputs, %d".formatted(bias.length));
      }
    }
  }

  @Override
  public int features() {
    return terms.size();
  }

  @Override
  public boolean isCategory(int feature) {
    return terms.get(feature) instanceof LevelsTerm;
  }

  @Override
  public int outputs() {
    return bias.length;
  }

  @Override
  public double output(double[] features, int output) {
    double sum = bias[output];
    for (int i = 0; i < terms.size(); i++) {
      sum += terms.get(i).of(features[i], output);
    }
    return sum;
  }

  private static void requireFinite(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(
            "A weight is %s, expected a finite number".formatted(number));
      }
    }
  }
}
