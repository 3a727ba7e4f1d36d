package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

class GroupKeyTest {

  enum Shape {
    ROUND,
    SQUARE
  }

  record Thing(
      int count,
      long number,
      double weight,
      boolean good,
      String name,
      Shape shape,
      LocalDate day,
      LocalDateTime time,
      Optional<String> owner,
      OptionalInt year,
      OptionalLong serial,
      OptionalDouble price) {}

  private static final RowSchema<Thing> SCHEMA = RowSchema.of(Thing.class);

  private static final LocalDate DAY = LocalDate.of(2020, 2, 29);

  private static final Thing THING =
      new Thing(
          1,
          2,
          3.5,
          true,
          "ring",
          Shape.ROUND,
          DAY,
          DAY.atTime(1, 2),
          Optional.of("I"),
          OptionalInt.of(7),
          OptionalLong.of(8),
          OptionalDouble.of(9));

  @Test
  void isFixedForAllTime() {
    assertEquals(7740951504549549745L, key(THING));
  }

  @Test
  void rowsThatAgreeHaveOneKey() {
    assertEquals(key(THING), key(changed(SCHEMA.columns().getFirst().name(), 1)));
  }

  static Stream<Column> columns() {
    return SCHEMA.columns().stream();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyColumnCounts(Column column) {
    assertNotEquals(key(THING), key(changed(column.name(), another(column.name()))));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void otherColumnsDoNotCount(Column column) {
    List<String> others =
        columns().map(Column::name).filter(name -> !name.equals(column.name())).toList();

    Thing other = changed(column.name(), another(column.name()));

    var key = new GroupKey<>(SCHEMA, others);
    assertEquals(key.applyAsLong(THING), key.applyAsLong(other));
  }

  @Test
  void zeroAndMinusZeroAreOneGroup() {
    assertEquals(key(changed("weight", 0.0)), key(changed("weight", -0.0)));
  }

  @Test
  void aHundredThousandGroupsHaveAsManyKeys() {
    var key = new GroupKey<>(SCHEMA, List.of("count", "number"));
    Set<Long> keys = new HashSet<>();

    for (int i = 0; i < 400; i++) {
      for (long j = 0; j < 250; j++) {
        Thing thing = changed("count", i);
        keys.add(key.applyAsLong(with(thing, "number", j)));
      }
    }

    assertEquals(100_000, keys.size());
  }

  @Test
  void namesAllUnknownColumns() {
    var thrown =
        assertThrows(
            NoSuchElementException.class,
            () -> new GroupKey<>(SCHEMA, List.of("wieght", "name", "xyz")));

    assertEquals(
        List.of("Unknown column 'wieght'; did you mean 'weight'?", "Unknown column 'xyz'; known: "),
        thrown.getMessage().lines().map(line -> line.replaceAll("known: .*", "known: ")).toList());
  }

  private static long key(Thing thing) {
    return new GroupKey<>(SCHEMA, columns().map(Column::name).toList()).applyAsLong(thing);
  }

  private static Object another(String column) {
    return switch (column) {
      case "count" -> 2;
      case "number" -> 3L;
      case "weight" -> 3.25;
      case "good" -> false;
      case "name" -> "rinɡ";
      case "shape" -> Shape.SQUARE;
      case "day" -> DAY.plusDays(1);
      case "time" -> DAY.atTime(1, 3);
      case "owner" -> Optional.empty();
      case "year" -> OptionalInt.empty();
      case "serial" -> OptionalLong.of(9);
      case "price" -> OptionalDouble.empty();
      default -> throw new AssertionError(column);
    };
  }

  private static Thing changed(String column, Object value) {
    return with(THING, column, value);
  }

  private static Thing with(Thing thing, String column, Object value) {
    Object[] values = new Object[SCHEMA.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = SCHEMA.value(thing, i);
    }
    values[SCHEMA.indexOf(column)] = value;
    return SCHEMA.create(values);
  }
}
