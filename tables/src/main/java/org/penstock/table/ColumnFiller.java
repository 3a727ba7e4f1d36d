package org.penstock.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Kind;

/** Fills the array of one column of a {@link ColumnTable}, group by group. */
final class ColumnFiller extends PrimitiveConverter {

  private final Column column;
  private final boolean wide;
  private final double[] numbers;
  private final long[] longs;
  private final int[] codes;
  private final Map<String, Integer> codeOfText = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int[] dictionary = new int[0];
  private int position;

  ColumnFiller(Column column, int rows) {
    this.column = column;
    Kind kind = column.kind();
    this.wide = kind == Kind.LONG || kind == Kind.DATE || kind == Kind.TIMESTAMP;
    this.longs = new long[wide ? rows : 0];
    this.codes = new int[kind == Kind.TEXT ? rows : 0];
    this.numbers = new double[wide || kind == Kind.TEXT ? 0 : rows];
    for (String level : column.levels()) {
      codeOfText.put(level, codeOfText.size());
    }
  }

  /** Reads the next {@code count} values. */
  void fill(ColumnReader reader, int count) {
    int present = reader.getDescriptor().getMaxDefinitionLevel();
    for (int i = 0; i < count; i++) {
      if (reader.getCurrentDefinitionLevel() == present) {
        reader.writeCurrentValueToConverter();
      } else {
        putMissing();
      }
      reader.consume();
      position++;
    }
  }

  /** Returns the whole column. */
  ColumnTable.Data data() {
    if (wide) {
      return new ColumnTable.Longs(longs);
    }

    return column.kind() == Kind.TEXT
        ? new ColumnTable.Texts(codes, List.copyOf(texts))
        : new ColumnTable.Numbers(numbers);
  }

  @Override
  public void addBoolean(boolean value) {
    numbers[position] = value ? 1 : 0;
  }

  @Override
  public void addInt(int value) {
    if (wide) {
      longs[position] = value;
    } else {
      numbers[position] = value;
    }
  }

  @Override
  public void addLong(long value) {
    longs[position] = value;
  }

  @Override
  public void addFloat(float value) {
    numbers[position] = value;
  }

  @Override
  public void addDouble(double value) {
    numbers[position] = value;
  }

  @Override
  public void addBinary(Binary value) {
    put(code(value));
  }

  @Override
  public boolean hasDictionarySupport() {
    return column.kind() == Kind.TEXT || column.kind() == Kind.CATEGORY;
  }

  @Override
  public void setDictionary(Dictionary read) {
    dictionary = new int[read.getMaxId() + 1];
    Arrays.setAll(dictionary, id -> code(read.decodeToBinary(id)));
  }

  @Override
  public void addValueFromDictionary(int id) {
    put(dictionary[id]);
  }

  private int code(Binary binary) {
    String text = binary.toStringUsingUTF8();
    Integer known = codeOfText.get(text);
    if (known != null) {
      return known;
    }

    if (column.kind() == Kind.CATEGORY) {
      throw new IllegalArgumentException(
          "column '%s' has a value that is none of %s".formatted(column.name(), column.levels()));
    }

    texts.add(text);
    codeOfText.put(text, texts.size() - 1);
    return texts.size() - 1;
  }

  private void put(int code) {
    if (column.kind() == Kind.TEXT) {
      codes[position] = code;
    } else {
      numbers[position] = code;
    }
  }

  private void putMissing() {
    if (wide) {
      longs[position] = Long.MIN_VALUE;
    } else if (column.kind() == Kind.TEXT) {
      codes[position] = -1;
    } else {
      numbers[position] = Double.NaN;
    }
  }
}
