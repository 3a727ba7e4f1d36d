package org.penstock.feature;

/**
 * The finaliser of SplitMix64 (Steele, Lea, Flood: <a
 * href="https://doi.org/10.1145/2660193.2660195">Fast splittable pseudorandom number
 * generators</a>): a bijection of longs in which every bit of the input moves every bit of the
 * output.
 */
final class Mix {

  private Mix() {}

  static long of(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
