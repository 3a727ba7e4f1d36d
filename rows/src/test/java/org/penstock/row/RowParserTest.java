package org.penstock.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {

  private final RowSchema<Reading> schema = RowSchema.of(Reading.class);

  @Test
  void readsEveryKind() {
    assertEquals(new Parsed.Valid<>(Reading.example()), schema.parse(Reading.named()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"age", "batch", "pressure", "checked", "next_mode", "owner", "removed", "seen_at"})
  void takesNullAndAbsenceOfAnOptionalColumnAsMissing(String column) {
    Map<String, Object> absent = Reading.named();
    absent.remove(column);
    Map<String, Object> isNull = Reading.named();
    isNull.put(column, null);

    Parsed<Reading> parsed = schema.parse(absent);

    assertEquals(parsed, schema.parse(isNull));
    Reading row = row(parsed);
    Object value = schema.value(row, schema.indexOf(column));
    assertEquals(
        true,
        List.of(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), Optional.empty())
            .contains(value));
  }

  @Test
  void takesTheTextsThatMeanMissing() {
    Map<String, Object> named = Reading.named();
    named.put("removed", "0000-00-00");
    named.put("pressure", "-");

    Reading row = row(schema.parse(named));

    assertEquals(Optional.empty(), row.removed());
    assertEquals(OptionalDouble.empty(), row.pressure());
  }

  enum Term {
    YEAR,
    @Unseen
    OTHER
  }

  record Contract(Optional<Term> term) {}

  @Test
  void tellsALevelNeverSeenFromAMissingOne() {
    RowSchema<Contract> contracts = RowSchema.of(Contract.class);

    assertEquals(
        new Parsed.Valid<>(new Contract(Optional.of(Term.OTHER))),
        contracts.parse(Map.of("term", "DECADE")));
    assertEquals(
        new Parsed.Valid<>(new Contract(Optional.of(Term.YEAR))),
        contracts.parse(Map.of("term", "YEAR")));
    assertEquals(new Parsed.Valid<>(new Contract(Optional.empty())), contracts.parse(Map.of()));
    assertEquals(
        "is 5, expected one of [YEAR, OTHER]", problem(contracts.parse(Map.of("term", 5))));
  }

  private static String problem(Parsed<?> parsed) {
    return ((Parsed.Invalid<?>) parsed).problems().getFirst().reason();
  }

  static List<Arguments> wrongValues() {
    return List.of(
        Arguments.of("reading_id", "17", "is '17', expected a whole number"),
        Arguments.of("reading_id", 1.5, "is 1.5, expected a whole number"),
        Arguments.of(
            "reading_id",
            BigInteger.ONE.shiftLeft(63),
            "is 9223372036854775808, expected a whole number"),
        Arguments.of("reading_id", new BigDecimal("1e400"), "is 1E+400, expected a whole number"),
        Arguments.of("sensor", 5, "is 5, expected a text"),
        Arguments.of("sensor", Map.of(), "is '{}', expected a text"),
        Arguments.of(
            "taken_at",
            "2024-02-30T13:45:00",
            "is '2024-02-30T13:45:00', expected a time such as 2024-02-29T13:45:00"),
        Arguments.of("alarm", "yes", "is 'yes', expected true or false"),
        Arguments.of("humidity", 101, "is 101, expected 0 to 100"),
        Arguments.of("humidity", -1, "is -1, expected 0 to 100"),
        Arguments.of(
            "humidity", 3_000_000_000L, "is 3000000000, expected a whole number of 32 bits"),
        Arguments.of("temperature", -40.5, "is -40.5, expected at least -40"),
        Arguments.of("temperature", Double.NaN, "is NaN, expected at least -40"),
        Arguments.of("temperature", Double.POSITIVE_INFINITY, "is Infinity, expected at least -40"),
        Arguments.of("temperature", new BigDecimal("1e400"), "is 1E+400, expected at least -40"),
        Arguments.of("temperature", "warm", "is 'warm', expected a finite number"),
        Arguments.of("pressure", Double.NaN, "is NaN, expected a finite number"),
        Arguments.of("mode", "ON", "is 'ON', expected one of [OFF, full load]"),
        Arguments.of("mode", "FULL_LOAD", "is 'FULL_LOAD', expected one of [OFF, full load]"),
        Arguments.of(
            "installed", "30.2.2024", "is '30.2.2024', expected a date such as 2024-02-29"),
        Arguments.of(
            "installed", "2024-02-30", "is '2024-02-30', expected a date such as 2024-02-29"),
        Arguments.of("installed", 20240229, "is 20240229, expected a date such as 2024-02-29"),
        Arguments.of("checked", "yes", "is 'yes', expected true or false"),
        Arguments.of(
            "age", 121, "has a value that is personal and not shown, expected at most 120"),
        Arguments.of("owner", 5, "has a value that is personal and not shown, expected a text"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void saysWhatIsWrongWithAValue(String column, Object value, String reason) {
    Map<String, Object> named = Reading.named();
    named.put(column, value);

    assertEquals(List.of(new Problem(column, reason)), problems(schema.parse(named)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reading_id",
        "sensor",
        "taken_at",
        "alarm",
        "humidity",
        "temperature",
        "mode",
        "installed"
      })
  void requiresWhatIsNotOptional(String column) {
    Map<String, Object> absent = Reading.named();
    absent.remove(column);
    Map<String, Object> isNull = new HashMap<>(Reading.named());
    isNull.put(column, null);

    List<Problem> problems = problems(schema.parse(absent));

    assertEquals(problems, problems(schema.parse(isNull)));
    assertEquals(1, problems.size());
    assertEquals(column, problems.getFirst().column());
    assertEquals("is missing", problems.getFirst().reason().split(",")[0]);
  }

  @Test
  void reportsAllProblemsAtOnce() {
    Map<String, Object> named = Reading.named();
    named.remove("sensor");
    named.put("humidity", -1);
    named.put("presure", 1);
    named.put("colour", "red");

    List<String> columns = problems(schema.parse(named)).stream().map(Problem::column).toList();

    assertEquals(List.of("sensor", "humidity", "colour", "presure"), columns);
  }

  @Test
  void suggestsTheNearestNameForAnUnknownOne() {
    Map<String, Object> named = Reading.named();
    named.put("presure", 1);

    assertEquals(
        List.of(new Problem("presure", "is unknown; did you mean 'pressure'?")),
        problems(schema.parse(named)));
  }

  @Test
  void takesWholeNumbersWrittenWithAPoint() {
    Map<String, Object> named = Reading.named();
    named.put("humidity", 50.0);
    named.put("batch", new BigDecimal("5000000000.00"));

    assertEquals(new Parsed.Valid<>(Reading.example()), schema.parse(named));
  }

  @Test
  void takesTheTextsOfTheFileForBooleans() {
    Map<String, Object> named = Reading.named();
    named.put("alarm", "N");
    named.put("checked", 0);

    Reading row = row(schema.parse(named));

    assertFalse(row.alarm());
    assertEquals(Optional.of(false), row.checked());
  }

  @ParameterizedTest
  @CsvSource({
    "reading_id, 0",
    "sensor, ''",
    "taken_at, 1970-01-01T00:00",
    "alarm, false",
    "humidity, 0",
    "temperature, 0.0",
    "mode, OFF",
    "installed, 1970-01-01"
  })
  void standsInForWhatIsNotKnownYet(String column, String standIn) {
    Map<String, Object> absent = Reading.named();
    absent.remove(column);
    Map<String, Object> isNull = Reading.named();
    isNull.put(column, null);

    Parsed<Reading> parsed = schema.parse(absent, unknown -> unknown.name().equals(column));

    assertEquals(standIn, schema.value(row(parsed), schema.indexOf(column)).toString());
    assertEquals(parsed, schema.parse(isNull, unknown -> unknown.name().equals(column)));
    assertEquals(column, problems(schema.parse(absent, _ -> false)).getFirst().column());
  }

  @Test
  void readsWhatMayBeUnknownWhereItIsKnown() {
    assertEquals(new Parsed.Valid<>(Reading.example()), schema.parse(Reading.named(), _ -> true));
  }

  @Test
  void checksWhatMayBeUnknownWhereItIsGiven() {
    Map<String, Object> named = Reading.named();
    named.put("humidity", 101);

    assertEquals("humidity", problems(schema.parse(named, _ -> true)).getFirst().column());
  }

  private static Reading row(Parsed<Reading> parsed) {
    return switch (parsed) {
      case Parsed.Valid<Reading>(Reading row) -> row;
      case Parsed.Invalid<Reading>(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<Problem> problems(Parsed<Reading> parsed) {
    return switch (parsed) {
      case Parsed.Valid<Reading>(Reading row) -> throw new AssertionError(row);
      case Parsed.Invalid<Reading>(var problems) -> problems;
    };
  }
}
