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
import java.util.function.Function;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.penstock.row.CellSource;
import org.penstock.row.Column;

/** Writes the values of one column of a batch of rows. */
final class CellWriter<T> {

  private static final int REMEMBERED_TEXTS = 1 << 12;
  private static final int MICROS_OF_SECOND = 1_000_000;

  private final CellSource<T> source;
  private final int present;
  private final Map<Object, Binary> texts = new HashMap<>();

  CellWriter(Column column, CellSource<T> source) {
    this.source = source;
    this.present = column.optional() ? 1 : 0;
  }

  /** Writes a value for each of the first {@code count} rows. */
  @SuppressWarnings("unchecked") // RowWriter puts nothing but a T into its batch
  void write(Object[] rows, int count, ColumnWriter to) {
    switch (source) {
      case CellSource.Ints<T>(var value) -> {
        for (int i = 0; i < count; i++) {
          to.write(value.applyAsInt((T) rows[i]), 0, 0);
        }
      }
      case CellSource.Longs<T>(var value) -> {
        for (int i = 0; i < count; i++) {
          to.write(value.applyAsLong((T) rows[i]), 0, 0);
        }
      }
      case CellSource.Doubles<T>(var value) -> {
        for (int i = 0; i < count; i++) {
          to.write(value.applyAsDouble((T) rows[i]), 0, 0);
        }
      }
      case CellSource.Booleans<T>(var value) -> {
        for (int i = 0; i < count; i++) {
          to.write(value.test((T) rows[i]), 0, 0);
        }
      }
      case CellSource.Objects<T>(Function<T, ?> value) -> {
        for (int i = 0; i < count; i++) {
          write(value.apply((T) rows[i]), to);
        }
      }
    }
  }

  private void write(Object value, ColumnWriter to) {
    switch (value) {
      case LocalDate date -> to.write((int) date.toEpochDay(), 0, present);
      case Enum<?> level -> to.write(text(level), 0, present);
      case String text -> to.write(text(text), 0, present);
      case OptionalDouble number when number.isPresent() ->
          to.write(number.getAsDouble(), 0, present);
      case OptionalInt number when number.isPresent() -> to.write(number.getAsInt(), 0, present);
      case OptionalLong number when number.isPresent() -> to.write(number.getAsLong(), 0, present);
      case Optional<?> optional when optional.isPresent() -> write(optional.get(), to);
      case LocalDateTime time -> to.write(micros(time), 0, present);
      case Boolean truth -> to.write(truth, 0, present);
      default -> to.writeNull(0, 0);
    }
  }

  private Binary text(Object value) {
    Binary known = texts.get(value);
    if (known != null) {
      return known;
    }

    Binary text = Binary.fromString(value.toString());
    if (texts.size() < REMEMBERED_TEXTS) {
      texts.put(value, text);
    }
    return text;
  }

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * MICROS_OF_SECOND + time.getNano() / 1000;
  }
}
