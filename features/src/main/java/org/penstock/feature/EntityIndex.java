package org.penstock.feature;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Returns how many entities there are. */
  int size();

  /** Returns the order of ids: numbers by value, everything else by text. */
  int compare(int entity, int other);

  /**
   * Returns an index by the column with {@link Role#ENTITY}.
   *
   * @throws IllegalArgumentException if there is none, or its values may be missing
   */
  static <R extends Record> EntityIndex<R> of(RowSchema<R> schema) {
    int index = schema.indexOf(Role.ENTITY);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s has no @Entity".formatted(schema.type().getSimpleName()));
    }

    Column column = schema.columns().get(index);
    if (column.optional()) {
      throw new IllegalArgumentException(
          "The entity '%s' of %s may be missing, so its rows have no history"
              .formatted(column.name(), schema.type().getSimpleName()));
    }

    return isNumber(column)
        ? new ByNumber<>(schema.accessor(index))
        : new ByText<>(schema, index, new HashMap<>(), new ArrayList<>());
  }

  /** Returns whether the ids of {@code entity} are whole numbers. */
  static boolean isNumber(Column entity) {
    return entity.kind() == Kind.LONG || entity.kind() == Kind.INT;
  }

  /** By a {@code long} or an {@code int}. */
  final class ByNumber<R extends Record> implements EntityIndex<R> {
    private final MethodHandle id;
    private final LongIndex index = new LongIndex(1024);

    ByNumber(MethodHandle accessor) {
      this.id = accessor.asType(MethodType.methodType(long.class, Record.class));
    }

    @Override
    public int add(R row) {
      try {
        return index.add((long) id.invokeExact((Record) row));
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int size() {
      return index.size();
    }

    @Override
    public int compare(int entity, int other) {
      return Long.compare(index.key(entity), index.key(other));
    }

    long id(int entity) {
      return index.key(entity);
    }
  }

  /** By the text of any other value. */
  record ByText<R extends Record>(
      RowSchema<R> schema, int column, Map<String, Integer> numbers, List<String> ids)
      implements EntityIndex<R> {

    @Override
    public int add(R row) {
      String id = schema.value(row, column).toString();
      Integer number = numbers.putIfAbsent(id, ids.size());
      if (number != null) {
        return number;
      }

      ids.add(id);
      return ids.size() - 1;
    }

    @Override
    public int size() {
      return ids.size();
    }

    @Override
    public int compare(int entity, int other) {
      return ids.get(entity).compareTo(ids.get(other));
    }
  }
}
