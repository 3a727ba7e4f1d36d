package org.penstock.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Readers of columns of texts, categories, dates and times, and what may be missing of them. */
final class ObjectCells {

  private ObjectCells() {}

  /** One of a fixed set of texts: the levels of a category, or the two of a boolean. */
  static final class Level implements CellReader {

    private final int index;
    private final ByteDictionary<Object> levels = new ByteDictionary<>();
    private final Object unseen;

    /** {@code levels}: text to value as declared; {@code unseen}: the value of any other text. */
    Level(int index, Map<String, Object> levels, Optional<Object> unseen) {
      this.index = index;
      this.unseen = unseen.orElse(null);
      levels.forEach(
          (text, value) -> this.levels.put(text.getBytes(StandardCharsets.UTF_8), value));
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      Object known = levels.find(bytes, from, to);
      Object level = known == null ? unseen : known;
      into.objects[index] = level;
      return level == null ? Outcome.MISMATCH : Outcome.GOOD;
    }
  }

  /** Any text; those that come often are one object each. */
  static final class Text implements CellReader {

    private static final int REMEMBERED_LENGTH = 64;

    private final int index;
    private final boolean optional;
    private final ByteDictionary<Object> seen = new ByteDictionary<>();

    Text(int index, boolean optional) {
      this.index = index;
      this.optional = optional;
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      Object known = seen.find(bytes, from, to);
      if (known != null) {
        into.objects[index] = known;
        return Outcome.GOOD;
      }

      Optional<String> text = decode(bytes, from, to);
      if (text.isEmpty()) {
        return Outcome.NOT_UTF8;
      }

      Object value = optional ? text : text.get();
      if (to - from <= REMEMBERED_LENGTH && !seen.isFull()) {
        seen.put(Arrays.copyOfRange(bytes, from, to), value);
      }
      into.objects[index] = value;
      return Outcome.GOOD;
    }

    private static Optional<String> decode(byte[] bytes, int from, int to) {
      try {
        return Optional.of(
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, to - from))
                .toString());
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
    }
  }

  /** A value that may be missing: empty, or one of a few texts. */
  static final class Absent implements CellReader {

    private final int index;
    private final Object absent;
    private final byte[][] missing;
    private final CellReader present;

    /** {@code absent}: the empty {@code Optional…} as declared. */
    Absent(int index, Object absent, byte[][] missing, CellReader present) {
      this.index = index;
      this.absent = absent;
      this.missing = missing;
      this.present = present;
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      if (isMissing(bytes, from, to)) {
        into.objects[index] = absent;
        return Outcome.GOOD;
      }

      return present.read(bytes, from, to, into);
    }

    private boolean isMissing(byte[] bytes, int from, int to) {
      if (from == to) {
        return true;
      }

      for (byte[] text : missing) {
        if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
          return true;
        }
      }
      return false;
    }
  }
}
