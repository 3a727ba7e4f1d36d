package org.penstock.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds where the fields of CSV end: the commas and line ends that are not inside quotes, in the
 * format of <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>. Looks at eight bytes at
 * a time.
 */
final class FieldIndex {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long COMMAS = ',' * ONES;
  private static final long NEWLINES = '\n' * ONES;
  private static final long QUOTES = '"' * ONES;

  private int[] ends = new int[1 << 16];
  private int count;
  private int rowsEnd;
  private boolean quotedNewlines;

  /** Returns the index of the comma or newline after each field of a whole row. */
  int[] ends() {
    return ends;
  }

  /** Returns how many of {@link #ends} count. */
  int count() {
    return count;
  }

  /** Returns the index after the last whole row; what follows is the beginning of another. */
  int rowsEnd() {
    return rowsEnd;
  }

  /** Returns whether a field holds a line end. */
  boolean hasQuotedNewlines() {
    return quotedNewlines;
  }

  /**
   * Looks at {@code bytes} from the beginning of a row on.
   *
   * @param bytes at least seven more than up to {@code to}; their values do not matter
   */
  void scan(byte[] bytes, int from, int to) {
    rowsEnd = from;
    quotedNewlines = false;
    int[] found = ends;
    int fields = 0;
    int whole = 0;
    int fieldStart = from;
    int position = from;
    while (position < to) {
      long marks = structural((long) WORDS.get(bytes, position));
      int next = position + Long.BYTES;
      if (fields + Long.BYTES > found.length) {
        found = Arrays.copyOf(found, found.length * 2);
      }
      for (; marks != 0; marks &= marks - 1) {
        int at = position + (Long.numberOfTrailingZeros(marks) >>> 3);
        if (at >= to) {
          break;
        }
        if (bytes[at] != '"') {
          found[fields++] = at;
          fieldStart = at + 1;
          if (bytes[at] == '\n') {
            rowsEnd = fieldStart;
            whole = fields;
          }
        } else if (at == fieldStart) {
          next = afterQuoted(bytes, at + 1, to);
          break;
        }
      }
      position = next;
    }
    ends = found;
    count = whole;
  }

  /** The index after the closing quote, or {@code to} if there is none. */
  private int afterQuoted(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        if (i + 1 == to || bytes[i + 1] != '"') {
          return i + 1;
        }
        i++;
      } else if (bytes[i] == '\n') {
        quotedNewlines = true;
      }
    }
    return to;
  }

  /** A word with the highest bit of every byte that is a comma, a newline or a quote. */
  private static long structural(long word) {
    return zeros(word ^ COMMAS) | zeros(word ^ NEWLINES) | zeros(word ^ QUOTES);
  }

  private static long zeros(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }
}
