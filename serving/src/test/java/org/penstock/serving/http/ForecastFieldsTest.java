package org.penstock.serving.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.serving.forecast.CalendarPlace;

/** What breaks, and what a client sees. */
class ForecastFieldsTest {

  private static final ForecastRequest EIGHT_HOURS = new ForecastRequest.Ahead(Duration.ofHours(8));
  private static final ForecastRequest A_MORNING =
      new ForecastRequest.Usual(new CalendarPlace(8, 3, 122));

  @Test
  void readsAQueryAndTheBodiesOfTheNotebook() {
    assertEquals(EIGHT_HOURS, query("hours=8"));
    assertEquals(EIGHT_HOURS, query("N=8"));
    assertEquals(EIGHT_HOURS, body("{\"N\": 8}"));
    assertEquals(A_MORNING, query("hour_of_day=8&day_of_week=3&day_of_year=122"));
    assertEquals(A_MORNING, body("{\"hour_of_day\": 8, \"day_of_week\": 3, \"day_of_year\": 122}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | missing-field | hours | Expected 'hours', or [hour_of_day, day_of_week, day_of_year]",
        "hours=0 | out-of-range | hours | 'hours' is 0, expected 1 to 8784",
        "hours=-3 | out-of-range | hours | 'hours' is -3, expected 1 to 8784",
        "hours=8785 | out-of-range | hours | 'hours' is 8785, expected 1 to 8784",
        "hours=99999999999 | out-of-range | hours | 'hours' is 99999999999, expected a whole number from 1 to 8784",
        "hours=8.5 | invalid-value | hours | 'hours' is 8.5, expected a whole number from 1 to 8784",
        "hours=eight | invalid-value | hours | 'hours' is eight, expected a whole number from 1 to 8784",
        "hours= | invalid-value | hours | 'hours' is empty, expected a whole number from 1 to 8784",
        "hours=8&hours=9 | duplicate-field | hours | 'hours' is there twice",
        "hours=8&N=8 | ambiguous-field | N | Expected one of 'hours', 'N', or [hour_of_day, day_of_week, day_of_year], got [hours, N]",
        "hour=8 | unknown-field | hour | 'hour' is no field of a forecast; did you mean 'hours'?",
        "hour_of_day=24&day_of_week=7&day_of_year=0 | out-of-range | hour_of_day | 'hour_of_day' is 24, expected 0 to 23; 'day_of_week' is 7, expected 0 to 6; 'day_of_year' is 0, expected 1 to 366",
        "hour_of_day=8 | missing-field | day_of_week | 'day_of_week' is missing; 'day_of_year' is missing",
      })
  void refusesAQuery(String query, String code, String field, String message) {
    var thrown = assertThrows(InvalidForecastException.class, () -> query(query));

    assertRefused(thrown, code, field, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"N\": \"8\"} | invalid-value | N | 'N' is \"8\", expected a whole number from 1 to 8784",
        "{\"N\": null} | invalid-value | N | 'N' is null, expected a whole number from 1 to 8784",
        "{\"N\": true} | invalid-value | N | 'N' is true, expected a whole number from 1 to 8784",
        "{\"N\": [8]} | invalid-value | N | 'N' is […], expected a whole number from 1 to 8784",
        "{\"N\": 8, \"N\": 8} | duplicate-field | N | 'N' is there twice",
        "{} | missing-field | hours | Expected 'hours', or [hour_of_day, day_of_week, day_of_year]",
      })
  void refusesABody(String body, String code, String field, String message) {
    var thrown = assertThrows(InvalidForecastException.class, () -> body(body));

    assertRefused(thrown, code, field, message);
  }

  @Test
  void refusesABodyBesideAQuery() {
    var thrown =
        assertThrows(
            InvalidForecastException.class,
            () -> ForecastFields.ofBody(bytes("{\"N\": 8}"), Set.of("hours")).read());

    assertRefused(
        thrown, "ambiguous-field", "hours", "'hours' is in the query, and there is a body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"[8] | Expected an object", "{\"N\": 8} 9 | Expected an object and nothing else"})
  void refusesWhatIsNoObject(String body, String message) {
    var thrown = assertThrows(MalformedBodyException.class, () -> body(body));

    assertEquals(message, thrown.getMessage());
  }

  private static void assertRefused(
      InvalidForecastException thrown, String code, String field, String message) {
    assertEquals(400, thrown.status());
    assertEquals(message, thrown.getMessage());
    assertEquals(new ErrorAnswer(code, message, field), thrown.answer());
  }

  private static ForecastRequest query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split("&")) {
      String[] pair = part.split("=", -1);
      query.merge(
          pair[0], List.of(pair[1]), (one, other) -> List.of(one.getFirst(), other.getFirst()));
    }
    return ForecastFields.ofQuery(query).read();
  }

  private static ForecastRequest body(String json) {
    return ForecastFields.ofBody(bytes(json), Set.of()).read();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
