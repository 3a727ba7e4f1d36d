package org.penstock.feature.sample;

import java.util.SplittableRandom;

/**
 * Random numbers for sample rows, equal for equal seeds on every machine: {@link StrictMath} and
 * nothing of a library that may draw in another order one day.
 */
public final class Draw {

  private final SplittableRandom random;

  /** Equal seeds draw equal numbers. */
  public Draw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns a number in [0, 1). */
  public double uniform() {
    return random.nextDouble();
  }

  /** Returns whether something of {@code probability} happens. */
  public boolean happens(double probability) {
    return uniform() < probability;
  }

  /** Returns a whole number in [{@code from}, {@code to}). */
  public int between(int from, int to) {
    return from + (int) (uniform() * (to - from));
  }

  /** Returns an exponentially distributed number of {@code mean}. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** Returns a normally distributed number of mean 0 and deviation 1 (Box and Muller). */
  public double normal() {
    return StrictMath.sqrt(exponential(2)) * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Returns 1, 2, … of {@code mean}, geometrically distributed, at most {@code limit}. */
  public int count(double mean, int limit) {
    double failed = StrictMath.log(1 - 1 / mean);
    return (int) Math.min(limit, 1 + Math.floor(StrictMath.log(1 - uniform()) / failed));
  }

  /**
   * Returns one of {@code values}, each as often as its weight says.
   *
   * @param weights as many as values, of any sum
   */
  public <T> T one(T[] values, double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = uniform() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      rest -= weights[i];
      if (rest < 0) {
        return values[i];
      }
    }
    return values[weights.length - 1];
  }
}
