package org.penstock.table;

import java.util.Arrays;

/** Takes the quotes off a field, in a buffer of its own. */
final class QuotedField {

  private byte[] bytes = new byte[256];
  private int length;

  /** Returns the text without its quotes, from index 0 to {@link #length()}. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /**
   * Reads {@code field[from, to)}, which begins with a quote.
   *
   * @return false if something follows the closing quote
   */
  boolean unquote(byte[] field, int from, int to) {
    if (bytes.length < to - from + Long.BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * (to - from + Long.BYTES));
    }
    length = 0;
    for (int i = from + 1; i < to; i++) {
      if (field[i] == '"') {
        if (i + 1 == to) {
          return true;
        }
        if (field[++i] != '"') {
          return false;
        }
      }
      bytes[length++] = field[i];
    }
    return false;
  }
}
