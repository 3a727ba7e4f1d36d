package org.penstock.table;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.penstock.row.Column;
import org.penstock.row.Constraint;
import org.penstock.row.RowSchema;
import org.penstock.row.Spelling;

/** Chooses the reader of a column. */
final class CellReaders {

  private CellReaders() {}

  static CellReader of(RowSchema<?> schema, int index) {
    Column column = schema.columns().get(index);
    CellReader present = present(schema, index, column);
    byte[][] missing =
        schema.spelling(index).missing().stream()
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    return column.optional()
        ? new ObjectCells.Absent(index, absent(column), missing, present)
        : new Required(present);
  }

  private static CellReader present(RowSchema<?> schema, int index, Column column) {
    boolean optional = column.optional();
    return switch (column.kind()) {
      case INT -> new NumberCells.Whole(index, optional, false, column.min(), column.max());
      case LONG -> new NumberCells.Whole(index, optional, true, column.min(), column.max());
      case DOUBLE -> new NumberCells.Decimal(index, optional, Constraint.of(column));
      case BOOLEAN -> truth(index, optional, schema.spelling(index));
      case CATEGORY -> level(schema, index, optional);
      case TEXT -> new ObjectCells.Text(index, optional);
      case DATE -> new TimeCells.Day(index, optional);
      case TIMESTAMP -> new TimeCells.Moment(index, optional);
    };
  }

  private static CellReader truth(int index, boolean optional, Spelling spelling) {
    return optional
        ? new ObjectCells.Level(
            index,
            Map.of(
                spelling.yes(), Optional.of(true),
                spelling.no(), Optional.of(false)),
            Optional.empty())
        : new NumberCells.Truth(
            index,
            spelling.yes().getBytes(StandardCharsets.UTF_8),
            spelling.no().getBytes(StandardCharsets.UTF_8));
  }

  private static CellReader level(RowSchema<?> schema, int index, boolean optional) {
    Map<String, Object> levels = new LinkedHashMap<>();
    for (Object constant : schema.valueType(index).getEnumConstants()) {
      levels.put(constant.toString(), optional ? Optional.of(constant) : constant);
    }
    Optional<Object> unseen =
        schema.unseenLevel(index).map(level -> optional ? Optional.of(level) : level);
    return new ObjectCells.Level(index, levels, unseen);
  }

  private static Object absent(Column column) {
    return switch (column.kind()) {
      case INT -> OptionalInt.empty();
      case LONG -> OptionalLong.empty();
      case DOUBLE -> OptionalDouble.empty();
      case BOOLEAN, CATEGORY, TEXT, DATE, TIMESTAMP -> Optional.empty();
    };
  }

  /** A value that must be there. */
  private record Required(CellReader present) implements CellReader {

    @Override
    public Outcome read(byte[] bytes, int from, int to, RowValues into) {
      return from == to ? Outcome.MISSING : present.read(bytes, from, to, into);
    }
  }
}
