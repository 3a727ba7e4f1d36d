package org.penstock.row;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowSchemaTest {

  private final RowSchema<Reading> schema = RowSchema.of(Reading.class);

  @Test
  void namesColumnsInSnakeCaseWhateverTheLocale() {
    record Named(int iLikeIndexI, @org.penstock.row.Named("Straße 1") int other) {}

    List<String> names = RowSchema.of(Named.class).columns().stream().map(Column::name).toList();

    assertEquals(List.of("i_like_index_i", "Straße 1"), names);
  }

  @Test
  void findsAColumnByTheHeaderOfItsFileAndByItsName() {
    record Headed(int age, @Header("") int customerId) {}

    RowSchema<Headed> headed = RowSchema.of(Headed.class);

    assertEquals(1, headed.indexOfHeader(""));
    assertEquals(1, headed.indexOfHeader("customer_id"));
    assertEquals(0, headed.indexOfHeader("age"));
    assertEquals(-1, headed.indexOfHeader("name"));
    assertEquals("customer_id", headed.columns().get(1).name());
  }

  record Window(OptionalDouble mean, double last) {}

  record Windows(int id, Window speed, Window heat, Optional<Part> part) {}

  private final RowSchema<Windows> windows = RowSchema.of(Windows.class);

  private static final Windows TWO =
      new Windows(
          7,
          new Window(OptionalDouble.of(.5), 1),
          new Window(OptionalDouble.empty(), 2),
          Optional.of(Part.TEST));

  @Test
  void takesARecordInARecordApart() {
    assertEquals(
        List.of("id", "speed_mean", "speed_last", "heat_mean", "heat_last", "part"),
        windows.columns().stream().map(Column::name).toList());
    assertArrayEquals(new double[] {7, .5, 1, Double.NaN, 2, 2}, windows.toNumbers(TWO));
  }

  @Test
  void putsARecordInARecordTogether() {
    assertEquals(
        TWO,
        windows.create(7, OptionalDouble.of(.5), 1.0, OptionalDouble.empty(), 2.0, TWO.part()));
  }

  @Test
  void takesValuesOfARecordInARecordWithoutBoxing() {
    CellSource<Windows> last = windows.source(4);

    assertTrue(
        last instanceof CellSource.Doubles<Windows>(var value) && value.applyAsDouble(TWO) == 2);
  }

  @Test
  void aPartOfASplitHasItsRole() {
    assertEquals(5, windows.indexOf(Role.PART));
    assertEquals(List.of("train", "validation", "test"), windows.columns().get(5).levels());
  }

  enum Twice {
    @Unseen
    A,
    @Unseen
    B
  }

  @Test
  void refusesTwoLevelsForWhatIsUnseen() {
    record Doubled(Twice level) {}

    var thrown = assertThrows(IllegalArgumentException.class, () -> RowSchema.of(Doubled.class));

    assertEquals(
        "Component 'level' of Doubled has more than one level that is @Unseen: [A, B]",
        thrown.getMessage());
  }

  @Test
  void knowsKindsAndOptions() {
    List<String> kinds =
        schema.columns().stream()
            .map(column -> column.kind() + (column.optional() ? "?" : ""))
            .toList();

    assertEquals(
        List.of(
            "LONG",
            "TEXT",
            "TIMESTAMP",
            "BOOLEAN",
            "INT",
            "DOUBLE",
            "CATEGORY",
            "DATE",
            "INT?",
            "LONG?",
            "DOUBLE?",
            "BOOLEAN?",
            "CATEGORY?",
            "TEXT?",
            "DATE?",
            "TIMESTAMP?"),
        kinds);
  }

  @Test
  void readsTheAnnotations() {
    assertEquals(Set.of(Role.ID), schema.columns().get(0).roles());
    assertEquals("Number of the reading", schema.columns().get(0).doc());
    assertEquals(1, schema.indexOf(Role.ENTITY));
    assertEquals(2, schema.indexOf(Role.EVENT_TIME));
    assertEquals(3, schema.indexOf(Role.LABEL));
    assertEquals(-1, schema.indexOf(Role.GROUP));
    assertEquals(100, schema.columns().get(4).max());
    assertEquals(Double.POSITIVE_INFINITY, schema.columns().get(5).max());
    assertEquals(List.of("OFF", "full load"), schema.columns().get(6).levels());
    assertTrue(schema.columns().get(8).personal());
    assertEquals(new Spelling("checked", "1", "0", Set.of()), schema.spelling(11));
    assertEquals(Set.of("never", "0000-00-00"), schema.spelling(14).missing());
    assertEquals(Reading.Mode.class, schema.valueType(12));
  }

  @Test
  void makesARowOfItsValues() {
    Reading row = Reading.example();
    Object[] values = new Object[schema.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = schema.value(row, i);
    }

    assertEquals(row, schema.create(values));
  }

  @Test
  void turnsARowIntoNumbers() {
    record Numbers(
        int count, boolean flag, LocalDate day, OptionalDouble size, Optional<Reading.Mode> mode) {}

    Numbers row =
        new Numbers(
            3,
            true,
            LocalDate.ofEpochDay(10),
            OptionalDouble.empty(),
            Optional.of(Reading.Mode.FULL_LOAD));

    assertArrayEquals(
        new double[] {3, 1, 10, Double.NaN, 1}, RowSchema.of(Numbers.class).toNumbers(row));
  }

  @Test
  void hasNoNumberForAText() {
    record Text(String text) {}

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> RowSchema.of(Text.class).toNumbers(new Text("x")));

    assertEquals("Column 'text' of kind TEXT has no number", thrown.getMessage());
  }

  @Test
  void findsNothingWrongWithAGoodRow() {
    assertEquals(List.of(), schema.check(Reading.example()));
  }

  @Test
  void findsEverythingWrongWithARow() {
    Reading good = Reading.example();
    Reading row =
        new Reading(
            good.readingId(),
            null,
            good.takenAt(),
            good.alarm(),
            101,
            Double.NaN,
            good.mode(),
            good.installed(),
            java.util.OptionalInt.of(121),
            good.batch(),
            OptionalDouble.of(Double.NEGATIVE_INFINITY),
            null,
            good.nextMode(),
            good.owner(),
            good.removed(),
            good.seenAt());

    assertEquals(
        List.of(
            "'sensor' is missing, expected a text",
            "'humidity' is 101, expected 0 to 100",
            "'temperature' is NaN, expected at least -40",
            "'age' has a value that is personal and not shown, expected at most 120",
            "'pressure' is -Infinity, expected a finite number",
            "'checked' is missing, expected true or false"),
        schema.check(row).stream().map(Problem::toString).toList());
  }

  record OfObject(Object value) {}

  record OfBoxedBoolean(Boolean value) {}

  record OfOptionalList(Optional<List<String>> value) {}

  record RangeOfText(@Range(min = 1) String value) {}

  record YesNoOfNumber(@YesNo int value) {}

  record MissingOfRequired(@Missing("NA") int value) {}

  record EventTimeOfNumber(@EventTime long value) {}

  record OptionalEventTime(@EventTime Optional<LocalDate> value) {}

  record EntityOfDouble(@Entity double value) {}

  record OptionalId(@Id Optional<String> value) {}

  record EqualYesNo(@YesNo(yes = "1", no = "1") boolean value) {}

  static List<Arguments> illegalRecords() {
    return List.of(
        Arguments.of(OfObject.class, "no column can have"),
        Arguments.of(OfBoxedBoolean.class, "no column can have"),
        Arguments.of(OfOptionalList.class, "no column can have"),
        Arguments.of(RangeOfText.class, "has a @Range, which is for numbers"),
        Arguments.of(YesNoOfNumber.class, "has @YesNo, which is for booleans"),
        Arguments.of(MissingOfRequired.class, "has @Missing but is not an Optional"),
        Arguments.of(EventTimeOfNumber.class, "is the event time"),
        Arguments.of(OptionalEventTime.class, "is the event time"),
        Arguments.of(EntityOfDouble.class, "is the entity"),
        Arguments.of(OptionalId.class, "is the id and cannot be missing"),
        Arguments.of(EqualYesNo.class, "'1' means both true and false"));
  }

  @ParameterizedTest
  @MethodSource("illegalRecords")
  <R extends Record> void refusesARecordThatIsNoRow(Class<R> type, String reason) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> RowSchema.of(type));

    assertTrue(thrown.getMessage().contains(reason), thrown.getMessage());
  }
}
