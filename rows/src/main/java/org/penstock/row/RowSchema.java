package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandle;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The columns of a record type, in the order of its components.
 *
 * <p>A component is one of {@code int}, {@code long}, {@code double}, {@code boolean}, {@link
 * String}, an enum, {@link LocalDate}, {@link LocalDateTime}, or the {@link Optional} of it ({@link
 * OptionalInt}, {@link OptionalLong}, {@link OptionalDouble} for numbers), or a record of such: its
 * columns stand in its place, called {@code outer_inner}. Instances are immutable.
 *
 * @param <R> the record type
 */
public final class RowSchema<R extends Record> {

  private final Class<R> type;
  private final List<RowComponent> components;
  private final List<Column> columns;
  private final List<MethodHandle> accessors;
  private final List<CellSource<R>> sources;
  private final MethodHandle constructor;

  private RowSchema(Class<R> type) {
    this.type = requireNonNull(type, "type");
    RowParts<R> parts = RowParts.of(type);
    this.components = parts.components();
    this.columns = components.stream().map(RowComponent::column).toList();
    this.accessors = parts.accessors();
    this.sources = parts.sources();
    this.constructor = parts.constructor();
  }

  /**
   * Reads the schema of {@code type}.
   *
   * @throws IllegalArgumentException if a component has a type that no column can have, or an
   *     annotation that does not fit its type
   */
  public static <R extends Record> RowSchema<R> of(Class<R> type) {
    return new RowSchema<>(type);
  }

  /** Returns the record type. */
  public Class<R> type() {
    return type;
  }

  /** Returns the columns in component order. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns the index of the column called {@code name}, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the index of the column that the header of a file calls {@code name}, or -1. */
  public int indexOfHeader(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (components.get(i).spelling().header().equals(name)) {
        return i;
      }
    }
    return indexOf(name);
  }

  /** Returns the index of the first column with {@code role}, or -1. */
  public int indexOf(Role role) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).is(role)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns how a column is written in files. */
  public Spelling spelling(int column) {
    return components.get(column).spelling();
  }

  /** Returns the level that stands for every text that is no level, if one is {@link Unseen}. */
  public Optional<Enum<?>> unseenLevel(int column) {
    return components.get(column).unseen();
  }

  /**
   * Returns the type of a present value: {@code int.class} for {@code int} and {@link OptionalInt},
   * the enum for an enum and the {@link Optional} of it.
   */
  public Class<?> valueType(int column) {
    return components.get(column).valueType();
  }

  /** Returns the accessor of a component: {@code (R) -> component type}, exact. */
  public MethodHandle accessor(int column) {
    return accessors.get(column);
  }

  /** Returns how to take the values of a column from a row, without boxing. */
  public CellSource<R> source(int column) {
    return sources.get(column);
  }

  /** Returns the canonical constructor, exact types. */
  public MethodHandle constructor() {
    return constructor;
  }

  /**
   * Returns the value of a component as declared, so an {@code Optional…} for an optional column.
   */
  public Object value(R row, int column) {
    try {
      return accessors.get(column).invoke(row);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a row of component values as declared, in component order. */
  public R create(Object... values) {
    try {
      return type.cast(constructor.invokeWithArguments(values));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns everything in {@code row} that breaks the schema: a component that is null, a number
   * out of its range, NaN or infinite. Empty if the row is good.
   */
  public List<Problem> check(R row) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Constraint.of(columns.get(i)).problem(value(row, i)).ifPresent(problems::add);
    }
    return problems;
  }

  /**
   * Reads a row from values by column name, as a JSON object holds them: numbers for numbers,
   * booleans or the texts of the file for booleans, texts for everything else, dates as {@code
   * 2024-02-29}, timestamps as {@code 2024-02-29T13:45:00}.
   *
   * @param named a value may be null, which is a missing one; a name that is absent is missing too
   * @return the row, or all problems: names that are unknown (with the nearest known), missing
   *     values where one is required, wrong types, numbers that are not finite or out of range
   */
  public Parsed<R> parse(Map<String, ?> named) {
    return parse(named, _ -> false);
  }

  /**
   * Reads a row of which some columns may not be known yet, such as its label.
   *
   * @param unknown says of a column whether it may be absent or null even where it is required: the
   *     row then holds a stand-in that means nothing (zero, false, the first level, an empty text,
   *     1970-01-01)
   * @return as {@link #parse(Map)}
   */
  public Parsed<R> parse(Map<String, ?> named, Predicate<Column> unknown) {
    return new RowParser<>(this, unknown).parse(named);
  }

  /**
   * Returns a row as the numbers a model sees, in column order: numbers as they are, booleans as 0
   * and 1, categories as the code of their level, dates as days and timestamps as seconds since
   * 1970; missing is NaN.
   *
   * @throws IllegalArgumentException if a column is text, which has no number
   */
  public double[] toNumbers(R row) {
    double[] numbers = new double[columns.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = toNumber(value(row, i), columns.get(i));
    }
    return numbers;
  }

  List<CellSource<R>> sources() {
    return sources;
  }

  Class<?> declaredType(int column) {
    return components.get(column).declared();
  }

  private static double toNumber(Object value, Column column) {
    return switch (value) {
      case Integer number -> number;
      case Long number -> number;
      case Double number -> number;
      case Boolean truth -> truth ? 1 : 0;
      case Enum<?> level -> level.ordinal();
      case LocalDate date -> date.toEpochDay();
      case LocalDateTime time -> time.toEpochSecond(ZoneOffset.UTC);
      case OptionalInt number -> number.isPresent() ? number.getAsInt() : Double.NaN;
      case OptionalLong number -> number.isPresent() ? number.getAsLong() : Double.NaN;
      case OptionalDouble number -> number.orElse(Double.NaN);
      case Optional<?> optional ->
          optional.isPresent() ? toNumber(optional.get(), column) : Double.NaN;
      default ->
          throw new IllegalArgumentException(
              "Column '%s' of kind %s has no number".formatted(column.name(), column.kind()));
    };
  }
}
