package org.penstock.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A map from short byte sequences to values, looked up in place. Holds a bounded number of them.
 * Compares the first and the last eight bytes as numbers, and what is between them byte by byte.
 *
 * <p>Used by one thread.
 */
final class ByteDictionary<V> {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LIMIT = 1 << 14;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Entry[] slots = new Entry[64];
  private int size;

  private record Entry(byte[] key, long first, long last, Object value) {}

  /** Returns whether no more keys fit. */
  boolean isFull() {
    return size >= LIMIT;
  }

  /**
   * Returns the value of {@code bytes[from, to)}, or null.
   *
   * @param bytes at least seven more than up to {@code to}; their values do not matter
   */
  @SuppressWarnings("unchecked") // put takes a V
  V find(byte[] bytes, int from, int to) {
    int length = to - from;
    long first = first(bytes, from, length);
    long last = length < Long.BYTES ? 0 : (long) WORDS.get(bytes, to - Long.BYTES);
    int mask = slots.length - 1;
    int slot = hash(first, last, length) & mask;
    for (Entry entry = slots[slot]; entry != null; entry = slots[slot]) {
      if (entry.first == first
          && entry.last == last
          && entry.key.length == length
          && (length <= 2 * Long.BYTES || Arrays.equals(entry.key, 0, length, bytes, from, to))) {
        return (V) entry.value;
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  /** Adds a key that is not there yet. */
  void put(byte[] key, V value) {
    int length = key.length;
    long first = first(Arrays.copyOf(key, length + Long.BYTES), 0, length);
    long last = length < Long.BYTES ? 0 : (long) WORDS.get(key, length - Long.BYTES);
    if (2 * ++size > slots.length) {
      Entry[] old = slots;
      slots = new Entry[2 * old.length];
      for (Entry entry : old) {
        insert(entry);
      }
    }
    insert(new Entry(key, first, last, value));
  }

  private void insert(Entry entry) {
    if (entry == null) {
      return;
    }

    int mask = slots.length - 1;
    int slot = hash(entry.first, entry.last, entry.key.length) & mask;
    while (slots[slot] != null) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry;
  }

  /** The first eight bytes as a number, or all there are and zeros. */
  private static long first(byte[] bytes, int from, int length) {
    long word = (long) WORDS.get(bytes, from);
    return length >= Long.BYTES ? word : word & ((1L << (Byte.SIZE * length)) - 1);
  }

  private static int hash(long first, long last, int length) {
    long mixed = (first * GOLDEN ^ last) * GOLDEN + length;
    return (int) (mixed >>> 40) ^ (int) (mixed >>> 20);
  }
}
