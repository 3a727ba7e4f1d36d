package org.penstock.feature;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.RowSchema;

/**
 * Finds sensors of one entity that repeat a reading: numbers that may be missing. A reading at an
 * end of its column's range is not stuck: there a sensor has nothing else to say. Cells that are
 * missing neither break a run nor belong to it.
 *
 * <p>The readings of a run before it was long enough stay as they are, since nobody knew then.
 */
final class StuckReadings<R extends Record> {

  private final RowSchema<R> schema;
  private final int after;
  private final int[] columns;
  private final double[] last;
  private final int[] equal;

  /** {@code after}: from this many equal readings on, they are missing; 0: never. */
  StuckReadings(RowSchema<R> schema, int after) {
    this.schema = schema;
    this.after = after;
    this.columns =
        after == 0
            ? new int[0]
            : IntStream.range(0, schema.columns().size())
                .filter(i -> isReading(schema.columns().get(i)))
                .toArray();
    this.last = new double[columns.length];
    this.equal = new int[columns.length];
  }

  /** Returns {@code row} without the readings of sensors that are stuck. */
  R repaired(R row, Consumer<String> stuck) {
    R repaired = row;
    for (int i = 0; i < columns.length; i++) {
      if (isStuck(row, i)) {
        repaired = without(repaired, columns[i]);
        stuck.accept(schema.columns().get(columns[i]).name());
      }
    }
    return repaired;
  }

  private static boolean isReading(Column column) {
    return column.kind() == Kind.DOUBLE && column.optional();
  }

  private boolean isStuck(R row, int index) {
    OptionalDouble cell = (OptionalDouble) schema.value(row, columns[index]);
    if (cell.isEmpty()) {
      return false;
    }

    double value = cell.getAsDouble();
    equal[index] = equal[index] > 0 && value == last[index] ? equal[index] + 1 : 1;
    last[index] = value;
    Column column = schema.columns().get(columns[index]);
    return equal[index] >= after && value != column.min() && value != column.max();
  }

  private R without(R row, int column) {
    Object[] values = new Object[schema.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == column ? OptionalDouble.empty() : schema.value(row, i);
    }
    return schema.create(values);
  }
}
