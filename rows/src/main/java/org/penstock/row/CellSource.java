package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** How the values of one column are taken from a {@code T}, without boxing where none is needed. */
public sealed interface CellSource<T> {

  /** Values of {@link Kind#INT}, never missing. */
  record Ints<T>(ToIntFunction<T> value) implements CellSource<T> {}

  /** Values of {@link Kind#LONG}, never missing. */
  record Longs<T>(ToLongFunction<T> value) implements CellSource<T> {}

  /** Values of {@link Kind#DOUBLE}, never missing. */
  record Doubles<T>(ToDoubleFunction<T> value) implements CellSource<T> {}

  /** Values of {@link Kind#BOOLEAN}, never missing. */
  record Booleans<T>(Predicate<T> value) implements CellSource<T> {}

  /**
   * Values of every other kind, and all that may be missing: as a record component would hold them,
   * so {@code Optional…} where the column is optional.
   */
  record Objects<T>(Function<T, ?> value) implements CellSource<T> {}

  /** Returns the source that takes the same values from a part of {@code S}. */
  default <S> CellSource<S> from(Function<? super S, ? extends T> part) {
    requireNonNull(part, "part");
    return switch (this) {
      case Ints<T>(var value) -> new Ints<>(whole -> value.applyAsInt(part.apply(whole)));
      case Longs<T>(var value) -> new Longs<>(whole -> value.applyAsLong(part.apply(whole)));
      case Doubles<T>(var value) -> new Doubles<>(whole -> value.applyAsDouble(part.apply(whole)));
      case Booleans<T>(var value) -> new Booleans<>(whole -> value.test(part.apply(whole)));
      case Objects<T>(var value) -> new Objects<>(whole -> value.apply(part.apply(whole)));
    };
  }
}
