package org.penstock.dataset;

import java.util.Arrays;

/**
 * Which rows belong together, as numbers without gaps.
 *
 * @param codes of each row, in [0, count), in order of first appearance
 * @param count how many groups
 */
public record Grouping(int[] codes, int count) {

  /** Numbers the distinct values of {@code keys}. */
  public static Grouping of(long[] keys) {
    int capacity = Integer.highestOneBit(Math.max(16, keys.length)) << 2;
    long[] slots = new long[capacity];
    int[] numbers = new int[capacity];
    Arrays.fill(numbers, -1);
    int[] codes = new int[keys.length];
    int count = 0;
    for (int row = 0; row < keys.length; row++) {
      int slot = (int) Key.mix(keys[row]) & (capacity - 1);
      while (numbers[slot] >= 0 && slots[slot] != keys[row]) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (numbers[slot] < 0) {
        slots[slot] = keys[row];
        numbers[slot] = count++;
      }
      codes[row] = numbers[slot];
    }
    return new Grouping(codes, count);
  }
}
