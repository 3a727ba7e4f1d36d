package org.penstock.dataset;

/**
 * 64-bit hashes that decide on which side of a split a row falls.
 *
 * <p>Fixed for all time: another hash would move rows between training and test. The mixing is the
 * finalizer of <a href="https://prng.di.unimi.it/splitmix64.c">SplitMix64</a>.
 */
final class Key {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private Key() {}

  /** Returns a bijection of {@code value} in which every bit depends on every bit. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns the hash of {@code value} after {@code earlier}; the order matters. */
  static long combine(long earlier, long value) {
    return mix(mix(earlier + GAMMA) ^ value);
  }

  static long of(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = combine(hash, text.charAt(i));
    }
    return hash;
  }

  /** Returns a number in [0, 1) that depends on {@code key} and {@code seed} only. */
  static double fraction(long key, long seed) {
    return (combine(seed, key) >>> 11) * 0x1.0p-53;
  }
}
