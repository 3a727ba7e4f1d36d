package org.penstock.feature;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.penstock.row.CellSource;
import org.penstock.row.Column;
import org.penstock.row.NearestName;
import org.penstock.row.RowSchema;

/**
 * A 64-bit key of some columns of a row: equal for rows which agree in all of them, and practically
 * never for others (among a billion groups, two share a key with a chance of 3 %).
 *
 * <p>Fixed for all time, since it decides which rows a model is judged on: it depends on the values
 * and on the order of the columns, and on no hash code of the JDK. A category counts by its text,
 * so a new level moves no row.
 *
 * @param <R> the row record
 */
public final class GroupKey<R extends Record> implements ToLongFunction<R> {

  /** A number that no ordinary column holds. */
  private static final long MISSING = 0x9D6D697373696E67L;

  private final List<ToLongFunction<R>> columns;

  /**
   * @param columns names of columns of {@code schema}; none gives one key to all rows
   * @throws NoSuchElementException if there is no such column; the message names all that are
   *     unknown, each with the nearest known
   */
  public GroupKey(RowSchema<R> schema, List<String> columns) {
    List<String> known = schema.columns().stream().map(Column::name).toList();
    List<String> unknown = columns.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new NoSuchElementException(
          String.join(
              "\n",
              unknown.stream().map(name -> NearestName.unknown("column", name, known)).toList()));
    }

    this.columns =
        columns.stream()
            .map(known::indexOf)
            .map(index -> GroupKey.key(schema.source(index), schema.columns().get(index)))
            .toList();
  }

  @Override
  public long applyAsLong(R row) {
    long key = columns.size();
    for (ToLongFunction<R> column : columns) {
      key = Mix.of(key ^ column.applyAsLong(row));
    }
    return key;
  }

  private static <R extends Record> ToLongFunction<R> key(CellSource<R> source, Column column) {
    long[] levels = column.levels().stream().mapToLong(GroupKey::key).toArray();
    return switch (source) {
      case CellSource.Ints<R>(var value) -> value::applyAsInt;
      case CellSource.Longs<R>(var value) -> value;
      case CellSource.Doubles<R>(var value) -> row -> key(value.applyAsDouble(row));
      case CellSource.Booleans<R>(var value) -> row -> value.test(row) ? 1 : 0;
      case CellSource.Objects<R>(var value) -> row -> key(value.apply(row), levels);
    };
  }

  /** Zero and minus zero are equal, so their keys are. */
  private static long key(double value) {
    return Double.doubleToLongBits(value + 0.0);
  }

  /**
   * @param levels keys of the levels of a category, by their ordinals
   */
  private static long key(Object value, long[] levels) {
    return switch (value) {
      case Enum<?> level -> levels[level.ordinal()];
      case LocalDate date -> date.toEpochDay();
      case Optional<?> optional -> optional.isPresent() ? key(optional.get(), levels) : MISSING;
      case String text -> key(text);
      case LocalDateTime time -> ChronoUnit.MICROS.between(FeatureTable.EPOCH, time);
      case OptionalInt number -> number.isPresent() ? number.getAsInt() : MISSING;
      case OptionalLong number -> number.isPresent() ? number.getAsLong() : MISSING;
      case OptionalDouble number -> number.isPresent() ? key(number.getAsDouble()) : MISSING;
      case Boolean truth -> truth ? 1 : 0;
      default -> throw new IllegalArgumentException("No column has a " + value.getClass());
    };
  }

  private static long key(String text) {
    long key = text.length();
    for (int i = 0; i < text.length(); i++) {
      key = Mix.of(key ^ text.charAt(i));
    }
    return key;
  }
}
