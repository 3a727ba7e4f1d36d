package org.penstock.serving.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penstock.row.NearestName;
import org.penstock.serving.forecast.CalendarPlace;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of a request for a forecast, from the query or from a JSON body: either how many hours
 * ahead ({@code hours}, or {@code N}), or all three of a place in the calendar. Everything wrong is
 * reported.
 */
final class ForecastFields {

  private static final Map<String, int[]> RANGES = new LinkedHashMap<>();

  static {
    RANGES.put("hours", new int[] {1, ForecastLimits.HOURS});
    RANGES.put("N", new int[] {1, ForecastLimits.HOURS});
    RANGES.put("hour_of_day", new int[] {0, 23});
    RANGES.put("day_of_week", new int[] {0, 6});
    RANGES.put("day_of_year", new int[] {1, 366});
  }

  private static final Set<String> AHEAD = new TreeSet<>(Set.of("hours", "N"));
  private static final List<String> PLACE = List.of("hour_of_day", "day_of_week", "day_of_year");

  private final Map<String, Integer> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Problem(String code, String field, String sentence) {}

  static ForecastFields ofQuery(Map<String, List<String>> query) {
    ForecastFields fields = new ForecastFields();
    query.forEach((name, texts) -> {
      if (texts.size() > 1) {
        fields.twice(name);
        return;
      }
      fields.put(name, texts.getFirst());
    });
    return fields;
  }

  /**
   * @param query names in the query, of which there must be none beside a body
   */
  static ForecastFields ofBody(byte[] body, Set<String> query) {
    ForecastFields fields = new ForecastFields();
    JsonBody.object(body, json -> fields.read(json));
    for (String name : query) {
      fields.problem(
          "ambiguous-field", name, "'%s' is in the query, and there is a body".formatted(name));
    }
    return fields;
  }

  private void read(JsonParser json) {
    Set<String> names = new TreeSet<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (!names.add(name)) {
        twice(name);
      }
      put(name, text(json, token));
    }
  }

  private static String text(JsonParser json, JsonToken token) {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      json.skipChildren();
      return token == JsonToken.START_OBJECT ? "{…}" : "[…]";
    }
    return token == JsonToken.VALUE_STRING ? "\"" + json.getString() + "\"" : json.getString();
  }

  private void put(String name, String text) {
    int[] range = RANGES.get(name);
    if (range == null) {
      problem(
          "unknown-field",
          name,
          "'%s' is no field of a forecast%s"
              .formatted(name, NearestName.hint(name, RANGES.keySet())));
      return;
    }

    if (!text.matches("[+-]?[0-9]{1,9}")) {
      boolean whole = text.matches("[+-]?[0-9]+");
      problem(
          whole ? "out-of-range" : "invalid-value",
          name,
          "'%s' is %s, expected a whole number from %d to %d"
              .formatted(name, shown(text), range[0], range[1]));
      return;
    }

    int value = Integer.parseInt(text);
    if (value < range[0] || value > range[1]) {
      problem(
          "out-of-range",
          name,
          "'%s' is %d, expected %d to %d".formatted(name, value, range[0], range[1]));
      return;
    }
    values.put(name, value);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "empty" : text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private void twice(String name) {
    problem("duplicate-field", name, "'%s' is there twice".formatted(name));
  }

  private void problem(String code, String field, String sentence) {
    problems.add(new Problem(code, field, sentence));
  }

  /**
   * Returns what is asked for.
   *
   * @throws InvalidForecastException if a field is wrong, absent, or one too many
   */
  ForecastRequest read() {
    refuse();
    List<String> ahead = AHEAD.stream().filter(values::containsKey).toList();
    List<String> place = PLACE.stream().filter(values::containsKey).toList();
    if (ahead.size() + (place.isEmpty() ? 0 : 1) > 1) {
      problem(
          "ambiguous-field",
          ahead.getFirst(),
          "Expected one of 'hours', 'N', or %s, got %s".formatted(PLACE, values.keySet()));
    }
    if (ahead.isEmpty()) {
      PLACE.stream()
          .filter(name -> !values.containsKey(name))
          .forEach(name ->
              problem(
                  "missing-field",
                  place.isEmpty() ? "hours" : name,
                  place.isEmpty()
                      ? "Expected 'hours', or %s".formatted(PLACE)
                      : "'%s' is missing".formatted(name)));
    }
    refuse();
    return ahead.isEmpty()
        ? new ForecastRequest.Usual(
            new CalendarPlace(
                values.get("hour_of_day"), values.get("day_of_week"), values.get("day_of_year")))
        : new ForecastRequest.Ahead(Duration.ofHours(values.get(ahead.getFirst())));
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      throw new InvalidForecastException(
          400,
          first.code(),
          String.join("; ", problems.stream().map(Problem::sentence).distinct().toList()),
          first.field());
    }
  }
}
