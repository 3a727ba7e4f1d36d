package org.penstock.row;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a record type is made of, column by column: a component that is a record itself is taken
 * apart, and its columns stand in its place.
 *
 * @param components what is said of each column
 * @param accessors {@code (R) -> component type}, one a column
 * @param sources how to take the values from a row, one a column
 * @param constructor of all values in the order of the columns
 */
record RowParts<R extends Record>(
    List<RowComponent> components,
    List<MethodHandle> accessors,
    List<CellSource<R>> sources,
    MethodHandle constructor) {

  static <R extends Record> RowParts<R> of(Class<R> type) {
    try {
      return of(type, MethodHandles.privateLookupIn(type, MethodHandles.lookup()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Record %s is not accessible".formatted(type), e);
    }
  }

  private static <R extends Record> RowParts<R> of(Class<R> type, MethodHandles.Lookup lookup)
      throws ReflectiveOperationException {
    RecordComponent[] declared = type.getRecordComponents();
    Class<?>[] parameters =
        Stream.of(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    RowSources functions = new RowSources(lookup);
    List<RowComponent> components = new ArrayList<>();
    List<MethodHandle> accessors = new ArrayList<>();
    List<CellSource<R>> sources = new ArrayList<>();
    MethodHandle constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(parameters));
    for (RecordComponent component : declared) {
      MethodHandle accessor = lookup.unreflect(component.getAccessor());
      if (!component.getType().isRecord()) {
        components.add(RowComponent.of(component));
        accessors.add(accessor);
        sources.add(functions.source(accessor));
        continue;
      }

      RowParts<?> inner = of(component.getType().asSubclass(Record.class));
      constructor =
          MethodHandles.collectArguments(constructor, components.size(), inner.constructor());
      inner.components().forEach(column -> components.add(column.within(component)));
      inner
          .accessors()
          .forEach(value -> accessors.add(MethodHandles.filterReturnValue(accessor, value)));
      sources.addAll(from(functions.<R>source(accessor), inner));
    }
    return new RowParts<>(
        List.copyOf(components), List.copyOf(accessors), List.copyOf(sources), constructor);
  }

  @SuppressWarnings("unchecked") // an accessor of a record returns that record
  private static <R extends Record, I extends Record> List<CellSource<R>> from(
      CellSource<R> part, RowParts<I> inner) {
    if (!(part instanceof CellSource.Objects<R> objects)) {
      throw new IllegalStateException("A record is an object");
    }

    Function<R, I> value = (Function<R, I>) objects.value();
    List<CellSource<R>> sources = new ArrayList<>();
    inner.sources().forEach(source -> sources.add(source.from(value)));
    return sources;
  }
}
