package org.penstock.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.penstock.row.Column;
import org.penstock.row.Kind;

/**
 * The values of one column of some rows, as {@link RowValues} holds them. Objects that come often
 * are one object each.
 */
final class CellBuffer extends PrimitiveConverter {

  private static final int REMEMBERED = 1 << 14;
  private static final int MICROS_OF_SECOND = 1_000_000;

  private final Column column;
  private final int index;
  private final Object absent;
  private final Map<String, Object> levels = new HashMap<>();
  private final Map<Long, Object> times = new HashMap<>();
  private final long[] numbers;
  private final Object[] objects;
  private Object[] dictionary = new Object[0];
  private int position;

  /** {@code constants}: of a category the enum constants, else empty. */
  CellBuffer(Column column, int index, Object[] constants, int capacity) {
    this.column = column;
    this.index = index;
    this.absent = absent(column.kind());
    this.numbers = new long[capacity];
    this.objects = new Object[capacity];
    for (Object constant : constants) {
      levels.put(constant.toString(), declared(constant));
    }
  }

  /** Reads the next {@code count} values. */
  void fill(ColumnReader reader, int count) {
    int present = reader.getDescriptor().getMaxDefinitionLevel();
    for (position = 0; position < count; position++) {
      if (reader.getCurrentDefinitionLevel() == present) {
        reader.writeCurrentValueToConverter();
      } else {
        objects[position] = absent;
      }
      reader.consume();
    }
  }

  /** Puts the value of one row into {@code row}. */
  void put(int position, RowValues row) {
    row.numbers[index] = numbers[position];
    row.objects[index] = objects[position];
  }

  @Override
  public void addBoolean(boolean value) {
    if (column.optional()) {
      objects[position] = Optional.of(value);
    } else {
      numbers[position] = value ? 1 : 0;
    }
  }

  @Override
  public void addInt(int value) {
    if (column.kind() == Kind.DATE) {
      objects[position] = times.computeIfAbsent((long) value, days -> day(days));
    } else if (column.optional()) {
      objects[position] = OptionalInt.of(value);
    } else {
      numbers[position] = value;
    }
  }

  @Override
  public void addLong(long value) {
    if (column.kind() == Kind.TIMESTAMP) {
      objects[position] = declared(time(value));
    } else if (column.optional()) {
      objects[position] = OptionalLong.of(value);
    } else {
      numbers[position] = value;
    }
  }

  @Override
  public void addDouble(double value) {
    if (column.optional()) {
      objects[position] = OptionalDouble.of(value);
    } else {
      numbers[position] = Double.doubleToRawLongBits(value);
    }
  }

  @Override
  public void addBinary(Binary value) {
    objects[position] = object(value);
  }

  @Override
  public boolean hasDictionarySupport() {
    return column.kind() == Kind.TEXT || column.kind() == Kind.CATEGORY;
  }

  @Override
  public void setDictionary(Dictionary read) {
    dictionary = new Object[read.getMaxId() + 1];
    for (int id = 0; id < dictionary.length; id++) {
      dictionary[id] = object(read.decodeToBinary(id));
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    objects[position] = dictionary[id];
  }

  private Object object(Binary binary) {
    String text = binary.toStringUsingUTF8();
    if (column.kind() != Kind.CATEGORY) {
      return declared(text);
    }

    Object level = levels.get(text);
    if (level == null) {
      throw new IllegalArgumentException(
          "column '%s' has a value that is none of %s".formatted(column.name(), column.levels()));
    }
    return level;
  }

  private Object day(long days) {
    if (times.size() > REMEMBERED) {
      times.clear();
    }
    return declared(LocalDate.ofEpochDay(days));
  }

  private Object declared(Object value) {
    return column.optional() ? Optional.of(value) : value;
  }

  private static LocalDateTime time(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, MICROS_OF_SECOND),
        Math.floorMod(micros, MICROS_OF_SECOND) * 1000,
        ZoneOffset.UTC);
  }

  private static Object absent(Kind kind) {
    return switch (kind) {
      case INT -> OptionalInt.empty();
      case LONG -> OptionalLong.empty();
      case DOUBLE -> OptionalDouble.empty();
      case BOOLEAN, CATEGORY, TEXT, DATE, TIMESTAMP -> Optional.empty();
    };
  }
}
