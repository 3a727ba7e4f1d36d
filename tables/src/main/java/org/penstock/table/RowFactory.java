package org.penstock.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.penstock.row.RowSchema;

/** Makes records of {@link RowValues} by one method handle, without boxing. */
final class RowFactory<R extends Record> {

  private final Class<R> type;
  private final MethodHandle create;

  RowFactory(RowSchema<R> schema) {
    this.type = schema.type();
    MethodHandle constructor = schema.constructor();
    int columns = constructor.type().parameterCount();
    MethodHandle[] values = new MethodHandle[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = valueAt(i, constructor.type().parameterType(i));
    }
    MethodHandle ofMany = MethodHandles.filterArguments(constructor, 0, values);
    this.create =
        MethodHandles.permuteArguments(
                ofMany, MethodType.methodType(type, RowValues.class), new int[columns])
            .asType(MethodType.methodType(Record.class, RowValues.class));
  }

  /** Makes a row; what the record's own constructor throws passes through. */
  R create(RowValues values) {
    try {
      return type.cast((Record) create.invokeExact(values));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
    }
  }

  private static MethodHandle valueAt(int column, Class<?> type) {
    String name = (type.isPrimitive() ? type.getName() : "object") + "At";
    Class<?> returned = type.isPrimitive() ? type : Object.class;
    try {
      MethodHandle getter =
          MethodHandles.lookup()
              .findVirtual(RowValues.class, name, MethodType.methodType(returned, int.class));
      return MethodHandles.insertArguments(getter, 1, column)
          .asType(MethodType.methodType(type, RowValues.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No values of type " + type, e);
    }
  }
}
