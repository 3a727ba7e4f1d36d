package org.penstock.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.penstock.row.CellSource;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/**
 * Numbers the entities of rows 0, 1, … in the order in which they appear.
 *
 * @param <R> the row record
 */
sealed interface EntityIndex<R extends Record> {

  /** Returns the number of the entity of {@code row}, which it gets now if it has none. */
  int add(R row);

  /** Returns the order of ids: numbers by value, texts by UTF-16 code units. */
  int compare(int entity, int other);

  /** Returns an index by the column with {@link Role#ENTITY}, which {@code schema} has. */
  static <R extends Record> EntityIndex<R> of(RowSchema<R> schema) {
    return switch (schema.source(schema.indexOf(Role.ENTITY))) {
      case CellSource.Longs<R>(var id) -> new ByNumber<>(id, new LongIndex(1024));
      case CellSource.Objects<R>(var id) -> new ByText<>(id, new HashMap<>(), new ArrayList<>());
      case CellSource.Ints<R> _, CellSource.Doubles<R> _, CellSource.Booleans<R> _ ->
          throw new IllegalArgumentException("An entity is a long or a text");
    };
  }

  /** Returns whether the ids of {@code entity} are numbers; otherwise they are texts. */
  static boolean isNumber(Column entity) {
    return entity.kind() == Kind.LONG;
  }

  /** By numbers. */
  record ByNumber<R extends Record>(ToLongFunction<R> id, LongIndex index)
      implements EntityIndex<R> {

    @Override
    public int add(R row) {
      return index.add(id.applyAsLong(row));
    }

    @Override
    public int compare(int entity, int other) {
      return Long.compare(index.key(entity), index.key(other));
    }
  }

  /** By texts. */
  record ByText<R extends Record>(Function<R, ?> id, Map<String, Integer> numbers, List<String> ids)
      implements EntityIndex<R> {

    @Override
    public int add(R row) {
      String text = (String) id.apply(row);
      Integer number = numbers.putIfAbsent(text, ids.size());
      if (number != null) {
        return number;
      }

      ids.add(text);
      return ids.size() - 1;
    }

    @Override
    public int compare(int entity, int other) {
      return ids.get(entity).compareTo(ids.get(other));
    }
  }
}
