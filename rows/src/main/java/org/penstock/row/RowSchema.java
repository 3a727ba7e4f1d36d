package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The columns of a record type, in the order of its components.
 *
 * <p>A component is one of {@code int}, {@code long}, {@code double}, {@code boolean}, {@link
 * String}, an enum, {@link LocalDate}, {@link LocalDateTime}, or the {@link Optional} of it ({@link
 * OptionalInt}, {@link OptionalLong}, {@link OptionalDouble} for numbers). Instances are immutable.
 *
 * @param <R> the record type
 */
public final class RowSchema<R extends Record> {

  private static final Map<Class<?>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(int.class, Kind.INT),
          Map.entry(OptionalInt.class, Kind.INT),
          Map.entry(long.class, Kind.LONG),
          Map.entry(OptionalLong.class, Kind.LONG),
          Map.entry(double.class, Kind.DOUBLE),
          Map.entry(OptionalDouble.class, Kind.DOUBLE),
          Map.entry(boolean.class, Kind.BOOLEAN),
          Map.entry(Boolean.class, Kind.BOOLEAN),
          Map.entry(String.class, Kind.TEXT),
          Map.entry(LocalDate.class, Kind.DATE),
          Map.entry(LocalDateTime.class, Kind.TIMESTAMP));

  private final Class<R> type;
  private final List<Column> columns;
  private final List<RecordComponent> components;
  private final List<MethodHandle> accessors;
  private final MethodHandle constructor;

  private RowSchema(Class<R> type) {
    this.type = requireNonNull(type, "type");
    this.components = List.of(type.getRecordComponents());
    this.columns = components.stream().map(RowSchema::column).toList();
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      List<MethodHandle> handles = new ArrayList<>();
      for (RecordComponent component : components) {
        handles.add(lookup.unreflect(component.getAccessor()));
      }
      this.accessors = List.copyOf(handles);
      Class<?>[] parameters =
          components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      this.constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(parameters));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Record %s is not accessible".formatted(type), e);
    }
  }

  /**
   * Reads the schema of {@code type}.
   *
   * @throws IllegalArgumentException if a component has a type that no column can have
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

  /** Returns the index of the first column with {@code role}, or -1. */
  public int indexOf(Role role) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).is(role)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the accessor of a component: {@code (R) -> component type}, exact. */
  public MethodHandle accessor(int column) {
    return accessors.get(column);
  }

  /** Returns the canonical constructor, exact types. */
  public MethodHandle constructor() {
    return constructor;
  }

  /** Returns the value of a component as declared, so an {@code Optional…} for an optional column. */
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

  private static Column column(RecordComponent component) {
    Class<?> raw = component.getType();
    boolean wrapped = raw == Optional.class;
    Class<?> inner = wrapped ? argument(component.getGenericType()) : raw;
    Kind kind = inner.isEnum() ? Kind.CATEGORY : KINDS.get(inner);
    if (kind == null) {
      throw new IllegalArgumentException(
          "Component '%s' of %s has type %s, which no column can have"
              .formatted(component.getName(), component.getDeclaringRecord().getSimpleName(), raw));
    }
    Range range = component.getAnnotation(Range.class);
    return new Column(
        name(component),
        kind,
        wrapped || raw == OptionalInt.class || raw == OptionalLong.class || raw == OptionalDouble.class,
        inner.isEnum()
            ? Arrays.stream(inner.getEnumConstants()).map(Object::toString).toList()
            : List.of(),
        range == null ? Double.NEGATIVE_INFINITY : range.min(),
        range == null ? Double.POSITIVE_INFINITY : range.max(),
        roles(component),
        component.isAnnotationPresent(Personal.class),
        component.isAnnotationPresent(Doc.class)
            ? component.getAnnotation(Doc.class).value()
            : "");
  }

  private static Class<?> argument(Type type) {
    return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static String name(RecordComponent component) {
    Named named = component.getAnnotation(Named.class);
    return named != null
        ? named.value()
        : component
            .getName()
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
  }

  private static Set<Role> roles(RecordComponent component) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    if (component.isAnnotationPresent(Id.class)) {
      roles.add(Role.ID);
    }
    if (component.isAnnotationPresent(Entity.class)) {
      roles.add(Role.ENTITY);
    }
    if (component.isAnnotationPresent(EventTime.class)) {
      roles.add(Role.EVENT_TIME);
    }
    if (component.isAnnotationPresent(Label.class)) {
      roles.add(Role.LABEL);
    }
    return roles;
  }
}
