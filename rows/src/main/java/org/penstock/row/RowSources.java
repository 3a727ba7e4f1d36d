package org.penstock.row;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Makes record accessors into functions that call them directly, without reflection or boxing. */
final class RowSources {

  private final MethodHandles.Lookup lookup;

  /** {@code lookup}: with private access to the record. */
  RowSources(MethodHandles.Lookup lookup) {
    this.lookup = lookup;
  }

  @SuppressWarnings("unchecked") // the factory makes exactly the asked interface
  <R> CellSource<R> source(MethodHandle accessor) {
    Class<?> type = accessor.type().returnType();
    if (type == int.class) {
      return new CellSource.Ints<>(
          (ToIntFunction<R>) function(accessor, ToIntFunction.class, "applyAsInt", type));
    }

    if (type == long.class) {
      return new CellSource.Longs<>(
          (ToLongFunction<R>) function(accessor, ToLongFunction.class, "applyAsLong", type));
    }

    if (type == double.class) {
      return new CellSource.Doubles<>(
          (ToDoubleFunction<R>) function(accessor, ToDoubleFunction.class, "applyAsDouble", type));
    }

    if (type == boolean.class) {
      return new CellSource.Booleans<>(
          (Predicate<R>) function(accessor, Predicate.class, "test", type));
    }

    return new CellSource.Objects<>(
        (Function<R, Object>) function(accessor, Function.class, "apply", Object.class));
  }

  private Object function(MethodHandle accessor, Class<?> type, String method, Class<?> returned) {
    try {
      return LambdaMetafactory.metafactory(
              lookup,
              method,
              MethodType.methodType(type),
              MethodType.methodType(returned, Object.class),
              accessor,
              accessor.type())
          .getTarget()
          .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("Accessor %s cannot be called".formatted(accessor), e);
    }
  }
}
