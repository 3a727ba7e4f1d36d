package org.penstock.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableSchemaTest {

  record Features(double amount, int count) {}

  record Example(Reading reading, Features features, long group) {}

  private final TableSchema<Reading> readings = TableSchema.of(RowSchema.of(Reading.class));
  private final TableSchema<Example> examples =
      readings
          .select(List.of("sensor", "reading_id"))
          .<Example>from(Example::reading)
          .and(
              TableSchema.of(RowSchema.of(Features.class))
                  .withRole(Role.FEATURE)
                  .from(Example::features))
          .and(TableSchema.longs("group", Set.of(Role.GROUP), "A person", Example::group));
  private final Example example = new Example(Reading.example(), new Features(2.5, 3), 9);

  @Test
  void joinsColumnsInTheOrderAsked() {
    assertEquals(
        List.of("sensor", "reading_id", "amount", "count", "group"),
        examples.columns().stream().map(Column::name).toList());
  }

  @Test
  void addsRolesToThoseThatAreThere() {
    TableSchema<Example> sliced = examples.withRole("sensor", Role.SLICE);

    assertEquals(
        List.of(
            Set.of(Role.ENTITY, Role.SLICE),
            Set.of(Role.ID),
            Set.of(Role.FEATURE),
            Set.of(Role.FEATURE),
            Set.of(Role.GROUP)),
        sliced.columns().stream().map(Column::roles).toList());
  }

  @Test
  void takesEveryValueFromItsPart() {
    assertEquals(List.of("s1", 17L, 2.5, 3, 9L), values(examples, example));
  }

  @Test
  void takesEveryKindFromARow() {
    RowSchema<Reading> schema = RowSchema.of(Reading.class);
    Reading row = Reading.example();

    assertEquals(
        schema.columns().stream()
            .map(column -> schema.value(row, schema.indexOf(column.name())))
            .toList(),
        values(readings, row));
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> examples.and(examples));

    assertEquals("Two columns are called 'sensor'", thrown.getMessage());
  }

  @Test
  void suggestsTheNearestOfAnUnknownColumn() {
    var thrown =
        assertThrows(NoSuchElementException.class, () -> readings.select(List.of("sensors")));

    assertEquals("Unknown column 'sensors'; did you mean 'sensor'?", thrown.getMessage());
  }

  private static <T> List<Object> values(TableSchema<T> schema, T row) {
    List<Object> values = new java.util.ArrayList<>();
    for (int i = 0; i < schema.columns().size(); i++) {
      values.add(
          switch (schema.source(i)) {
            case CellSource.Ints<T>(var value) -> value.applyAsInt(row);
            case CellSource.Longs<T>(var value) -> value.applyAsLong(row);
            case CellSource.Doubles<T>(var value) -> value.applyAsDouble(row);
            case CellSource.Booleans<T>(var value) -> value.test(row);
            case CellSource.Objects<T>(var value) -> value.apply(row);
          });
    }
    return values;
  }
}
