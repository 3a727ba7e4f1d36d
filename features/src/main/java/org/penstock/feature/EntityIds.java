package org.penstock.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.penstock.row.Column;

/** The ids of a feature table, in row order, found by their text. */
sealed interface EntityIds {

  /** Returns whether {@code id} could be one of these. */
  boolean isId(String id);

  /** Returns the row of {@code id}, or -1. */
  int rowOf(String id);

  /** Returns the id at {@code row}. */
  String id(int row);

  /** Writes one id: a number as 8 bytes, everything else as text. */
  static void write(Object id, Column entity, DataOutput out) throws IOException {
    if (EntityIndex.isNumber(entity)) {
      out.writeLong(((Number) id).longValue());
      return;
    }

    out.writeUTF(id.toString());
  }

  /** Reads {@code rows} ids. */
  static EntityIds read(Column entity, int rows, DataInput in) throws IOException {
    return EntityIndex.isNumber(entity) ? readNumbers(rows, in) : readTexts(rows, in);
  }

  private static EntityIds readNumbers(int rows, DataInput in) throws IOException {
    LongIndex index = new LongIndex(Math.min(rows, 1 << 20));
    for (int row = 0; row < rows; row++) {
      if (index.add(in.readLong()) != row) {
        throw new FeatureTableException("row %d has the id of another row".formatted(row));
      }
    }
    return new Numbers(index);
  }

  private static EntityIds readTexts(int rows, DataInput in) throws IOException {
    List<String> ids = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      String id = in.readUTF();
      if (index.putIfAbsent(id, row) != null) {
        throw new FeatureTableException("row %d has the id of another row".formatted(row));
      }

      ids.add(id);
    }
    return new Texts(ids, index);
  }

  /** Ids that are whole numbers; leading zeros mean nothing. */
  record Numbers(LongIndex index) implements EntityIds {
    private static final int LONGEST = 19;

    @Override
    public boolean isId(String id) {
      return parse(id).isPresent();
    }

    @Override
    public int rowOf(String id) {
      OptionalLong number = parse(id);
      return number.isPresent() ? index.find(number.getAsLong()) : -1;
    }

    @Override
    public String id(int row) {
      return Long.toString(index.key(row));
    }

    /** ASCII digits after an optional minus: {@link Long#parseLong} takes other scripts as well. */
    private static OptionalLong parse(String id) {
      int start = id.startsWith("-") ? 1 : 0;
      int digits = id.length() - start;
      if (digits < 1 || digits > LONGEST) {
        return OptionalLong.empty();
      }

      long negated = 0;
      for (int i = start; i < id.length(); i++) {
        char digit = id.charAt(i);
        if (digit < '0' || digit > '9') {
          return OptionalLong.empty();
        }

        negated = negated * 10 - (digit - '0');
      }
      if (negated > 0 || start == 0 && negated == Long.MIN_VALUE) {
        return OptionalLong.empty();
      }

      return OptionalLong.of(start == 0 ? -negated : negated);
    }
  }

  /** Ids that are texts. */
  record Texts(List<String> ids, Map<String, Integer> index) implements EntityIds {
    @Override
    public boolean isId(String id) {
      return !id.isEmpty();
    }

    @Override
    public int rowOf(String id) {
      return index.getOrDefault(id, -1);
    }

    @Override
    public String id(int row) {
      return ids.get(row);
    }
  }
}
