package org.penstock.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A map from short byte sequences to values, looked up in place. Holds a bounded number of them.
 *
 * <p>Not safe for threads that write.
 */
final class ByteDictionary<V> {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LIMIT = 1 << 14;

  private byte[][] keys = new byte[64][];
  private Object[] values = new Object[64];
  private int size;

  /** Returns whether no more keys fit. */
  boolean isFull() {
    return size >= LIMIT;
  }

  /** Returns the value of {@code bytes[from, to)}, or null. */
  @SuppressWarnings("unchecked") // put takes a V
  V find(byte[] bytes, int from, int to) {
    int mask = keys.length - 1;
    int slot = hash(bytes, from, to) & mask;
    while (keys[slot] != null) {
      byte[] key = keys[slot];
      if (key.length == to - from && Arrays.equals(key, 0, key.length, bytes, from, to)) {
        return (V) values[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  /** Adds a key that is not there yet. */
  void put(byte[] key, V value) {
    if (2 * ++size > keys.length) {
      grow();
    }
    insert(key, value);
  }

  private void insert(byte[] key, Object value) {
    int mask = keys.length - 1;
    int slot = hash(key, 0, key.length) & mask;
    while (keys[slot] != null) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  private void grow() {
    byte[][] oldKeys = keys;
    Object[] oldValues = values;
    keys = new byte[2 * oldKeys.length][];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        insert(oldKeys[i], oldValues[i]);
      }
    }
  }

  /** Mixes the length, the first and the last eight bytes, or all if there are fewer. */
  private static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long mixed = length;
    if (length >= Long.BYTES) {
      mixed += (long) WORDS.get(bytes, from) * 0x9E3779B97F4A7C15L;
      mixed ^= (long) WORDS.get(bytes, to - Long.BYTES);
    } else {
      for (int i = from; i < to; i++) {
        mixed = mixed * 31 + bytes[i];
      }
    }
    mixed *= 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) ^ (int) (mixed >>> 20);
  }
}
