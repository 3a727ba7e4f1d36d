package org.penstock.table;

import java.util.List;
import java.util.stream.IntStream;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * The ids of the rows seen, to find one that comes twice. Several id columns together are one id.
 *
 * <p>Ids are kept as two hashes of 64 bits, so 32 to 64 bytes each; that two different ids have
 * equal hashes is less likely than 10⁻²⁰ for a billion rows. Whole numbers that lie close together
 * need a byte or less.
 */
final class IdSet {

  private static final long STARS = 0x9E3779B97F4A7C15L;
  private static final long STRIPES = 0xC2B2AE3D27D4EB4FL;

  private final int[] columns;
  private final boolean dense;

  /** Of dense ids: the id without its last six bits, and a bit for each of those 64 ids. */
  private long[] keys = new long[1 << 10];

  private long[] marks = new long[1 << 10];
  private int size;

  IdSet(RowSchema<?> schema) {
    List<Column> all = schema.columns();
    this.columns = IntStream.range(0, all.size()).filter(i -> all.get(i).is(Role.ID)).toArray();
    this.dense = columns.length == 1 && schema.valueType(columns[0]).isPrimitive();
  }

  /** Returns whether rows have an id at all. */
  boolean isUsed() {
    return columns.length > 0;
  }

  /** Returns the first id column. */
  int column() {
    return columns[0];
  }

  /** Adds the id of a row; returns false if it was there. */
  boolean add(RowValues row) {
    if (dense) {
      long id = row.numbers[columns[0]];
      return mark(id >> 6, 1L << id, true);
    }

    long first = STARS;
    long second = STRIPES;
    for (int column : columns) {
      Object value = row.objects[column];
      String text = value == null ? "" : value.toString();
      long number = value == null ? row.numbers[column] : text.length();
      first = (first ^ number) * STARS;
      second = (second ^ number) * STRIPES;
      for (int i = 0; i < text.length(); i++) {
        first = (first ^ text.charAt(i)) * STARS;
        second = Long.rotateLeft(second ^ text.charAt(i), 23) * STRIPES;
      }
    }
    return mark(first, second == 0 ? 1 : second, false);
  }

  /** Slots are free where their marks are 0; keys may repeat unless marks are {@code shared}. */
  private boolean mark(long key, long bits, boolean shared) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (marks[slot] != 0) {
      if (keys[slot] == key && (shared || marks[slot] == bits)) {
        boolean added = (marks[slot] & bits) != bits;
        marks[slot] |= bits;
        return added;
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    marks[slot] = bits;
    if (2 * ++size > keys.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldMarks = marks;
    keys = new long[2 * oldKeys.length];
    marks = new long[keys.length];
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldMarks[i] != 0) {
        int slot = slot(oldKeys[i], mask);
        while (marks[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        keys[slot] = oldKeys[i];
        marks[slot] = oldMarks[i];
      }
    }
  }

  private static int slot(long key, int mask) {
    return (int) ((key * STARS) >>> 32) & mask;
  }
}
