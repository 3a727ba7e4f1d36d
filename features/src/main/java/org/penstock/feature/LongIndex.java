package org.penstock.feature;

import java.util.Arrays;

/** Numbers distinct longs 0, 1, … in the order in which they are added; finds them by hashing. */
final class LongIndex {

  private long[] keys;
  private int[] slots;
  private int size;

  /**
   * @param expected how many keys will be added, roughly; the index grows as needed
   */
  LongIndex(int expected) {
    this.keys = new long[Math.max(expected, 8)];
    this.slots = new int[Integer.highestOneBit(keys.length) * 4];
  }

  int size() {
    return size;
  }

  /** Returns the key numbered {@code index}. */
  long key(int index) {
    return keys[index];
  }

  /** Returns the number of {@code key}, or -1. */
  int find(long key) {
    return slots[slotOf(key)] - 1;
  }

  /** Returns the number of {@code key}, which it gets now if it has none. */
  int add(long key) {
    int slot = slotOf(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }

    if (size == keys.length) {
      grow();
      slot = slotOf(key);
    }

    keys[size] = key;
    size++;
    slots[slot] = size;
    return size - 1;
  }

  /** Returns the slot that holds {@code key}, or the empty one where it belongs. */
  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = (int) Mix.of(key) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slotOf(keys[i])] = i + 1;
    }
  }
}
