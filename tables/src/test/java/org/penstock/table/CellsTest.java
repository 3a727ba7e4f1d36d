package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.row.RowSchema;

/** One wrong or unusual value at a time, in an otherwise good line. */
class CellsTest {

  private static final RowSchema<Trip> SCHEMA = RowSchema.of(Trip.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trip_id  | one                  | is 'one', expected a whole number",
        "trip_id  | 1.5                  | is '1.5', expected a whole number",
        "trip_id  | 9223372036854775808  | is '9223372036854775808', expected a whole number",
        "trip_id  | 99999999999999999999 | is '99999999999999999999', expected a whole number",
        "trip_id  | -                    | is '-', expected a whole number",
        "trip_id  | .0                   | is '.0', expected a whole number",
        "trip_id  | ''                   | is missing, expected a whole number",
        "rider    | ''                   | is missing, expected a text",
        "start    | 2024-02-30T00:00     | is '2024-02-30T00:00', expected a time such as"
            + " 2024-02-29T13:45:00",
        "start    | 2024-02-29T24:00     | is '2024-02-29T24:00', expected a time such as"
            + " 2024-02-29T13:45:00",
        "start    | 2024-02-29T10:60     | is '2024-02-29T10:60', expected a time such as"
            + " 2024-02-29T13:45:00",
        "start    | 2024-02-29T10:00:60  | is '2024-02-29T10:00:60', expected a time such as"
            + " 2024-02-29T13:45:00",
        "start    | 2024-02-29T10:00Z    | is '2024-02-29T10:00Z', expected a time such as"
            + " 2024-02-29T13:45:00",
        "start    | 2024-02-29T10:00:00. | is '2024-02-29T10:00:00.', expected a time such as"
            + " 2024-02-29T13:45:00",
        "start    | 2024-02-29x10:00     | is '2024-02-29x10:00', expected a time such as"
            + " 2024-02-29T13:45:00",
        "late     | y                    | is 'y', expected 'Y' or 'N'",
        "late     | 1                    | is '1', expected 'Y' or 'N'",
        "seats    | 10                   | is '10', expected 0 to 9",
        "seats    | -1                   | is '-1', expected 0 to 9",
        "seats    | 2147483648           | is '2147483648', expected a whole number of 32 bits",
        "distance | NaN                  | is 'NaN', expected a finite number",
        "distance | nan                  | is 'nan', expected a finite number",
        "distance | Infinity             | is 'Infinity', expected a finite number",
        "distance | inf                  | is 'inf', expected a finite number",
        "distance | 0x10                 | is '0x10', expected a finite number",
        "distance | 1f                   | is '1f', expected a finite number",
        "distance | 1e                   | is '1e', expected a finite number",
        "distance | 1e+                  | is '1e+', expected a finite number",
        "distance | 1.2.3                | is '1.2.3', expected a finite number",
        "distance | .                    | is '.', expected a finite number",
        "distance | far                  | is 'far', expected a finite number",
        "distance | 1e400                | is '1e400', expected at least 0",
        "distance | -0.001               | is '-0.001', expected at least 0",
        "mode     | bus                  | is 'bus', expected one of [BUS, night train, sleeper]",
        "mode     | ''                   | is missing, expected one of [BUS, night train, sleeper]",
        "booked   | 2023-02-29           | is '2023-02-29', expected a date such as 2024-02-29",
        "booked   | 2024-02-30           | is '2024-02-30', expected a date such as 2024-02-29",
        "booked   | 2024-13-01           | is '2024-13-01', expected a date such as 2024-02-29",
        "booked   | 2024-00-01           | is '2024-00-01', expected a date such as 2024-02-29",
        "booked   | 2024-01-00           | is '2024-01-00', expected a date such as 2024-02-29",
        "booked   | 2024/01/31           | is '2024/01/31', expected a date such as 2024-02-29",
        "booked   | 24-01-31             | is '24-01-31', expected a date such as 2024-02-29",
        "booked   | never                | is 'never', expected a date such as 2024-02-29",
        "age      | 121                  | has a value that is personal and not shown, expected at"
            + " most 120",
        "age      | old                  | has a value that is personal and not shown, expected a"
            + " whole number of 32 bits",
        "price    | 1e400                | is '1e400', expected a finite number",
        "paid     | Y                    | is 'Y', expected '1' or '0'",
        "back     | tram                 | is 'tram', expected one of [BUS, night train, sleeper]",
        "ended    | 2024-02-30           | is '2024-02-30', expected a date such as 2024-02-29"
      })
  void saysWhatIsWrongWithAValue(String column, String text, String reason) {
    Csv<Trip> csv = read(column, text);

    assertEquals(
        List.of("line 2: '%s' %s".formatted(column, reason)),
        csv.badRows().stream().map(BadRow::toString).toList());
    assertEquals(List.of(), csv.rows());
    assertEquals(
        column.equals("age") ? Optional.empty() : Optional.of(text),
        csv.badRows().getFirst().text());
  }

  @ParameterizedTest
  @CsvSource({
    "trip_id, 9223372036854775807, 9223372036854775807",
    "trip_id, +5, 5",
    "trip_id, 007, 7",
    "seats, 2.0, 2",
    "seats, 0.00, 0",
    "seats, 9, 9",
    "distance, .5, 0.5",
    "distance, 5., 5.0",
    "distance, 1E3, 1000.0",
    "distance, -0, -0.0",
    "distance, 4.9e-324, 4.9E-324",
    "distance, 1e-400, 0.0",
    "start, 2024-02-29, 2024-02-29T00:00",
    "start, 2024-02-29 10:11, 2024-02-29T10:11",
    "start, 2024-02-29T10:11:12.123456789, 2024-02-29T10:11:12.123456",
    "start, 2024-02-29T10:11:12.1, 2024-02-29T10:11:12.100",
    "booked, 0001-01-01, 0001-01-01",
    "booked, 9999-12-31, 9999-12-31",
    "ended, 3021-09-18, Optional.empty",
    "ended, 3021-09-19, Optional[3021-09-19]",
    "ended, never, Optional.empty",
    "paid, 0, Optional[false]",
    "back, BUS, Optional[BUS]",
    "note, never, Optional[never]",
    "rider, ' x ', ' x '"
  })
  void takesUnusualValues(String column, String text, String expected) {
    Csv<Trip> csv = read(column, text);

    assertEquals(List.of(), csv.badRows());
    assertEquals(expected, SCHEMA.value(csv.rows().getFirst(), SCHEMA.indexOf(column)).toString());
  }

  @Test
  void givesEqualTextsAsOneObject() {
    Csv<Trip> csv = Csv.read(Trip.HEADER, Trip.line(1), Trip.line(2));

    org.junit.jupiter.api.Assertions.assertSame(
        csv.rows().get(0).rider(), csv.rows().get(1).rider());
  }

  private static Csv<Trip> read(String column, String text) {
    String quoted = Trip.line(1).replace("\"night train, sleeper\"", "BUS");
    String[] fields = quoted.split(",");
    fields[SCHEMA.indexOf(column)] = text;
    return Csv.read(Trip.HEADER, String.join(",", Arrays.asList(fields)));
  }
}
