package org.penstock.serving.page;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penstock.config.ServingSettings.Request;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.serving.http.Json;
import org.penstock.serving.request.Field;
import org.penstock.serving.request.RequestSchema;

/** An example of a request: values that the schema allows, not of anybody in the data. */
final class RequestExample {

  private static final LocalDateTime TIME = LocalDateTime.of(2024, 2, 29, 13, 45);
  private static final int WINDOW = 3;

  private RequestExample() {}

  /** Returns one record, or several minutes of one entity where windows are posted. */
  static List<Map<String, Object>> of(RequestSchema requests) {
    int records = requests.shape() == Request.WINDOW ? WINDOW : 1;
    return IntStream.range(0, records).mapToObj(minute -> record(requests, minute)).toList();
  }

  /** Returns it as a body, a record a line. */
  static String text(RequestSchema requests) {
    return of(requests).stream().map(Json::text).collect(Collectors.joining(",\n ", "[", "]"));
  }

  private static Map<String, Object> record(RequestSchema requests, int minute) {
    Map<String, Object> record = OpenApi.tree();
    requests.fields().stream()
        .filter(Field::required)
        .map(Field::column)
        .forEach(column -> record.put(column.name(), value(column, minute)));
    return record;
  }

  private static Object value(Column column, int minute) {
    LocalDateTime time = column.is(Role.EVENT_TIME) ? TIME.plusMinutes(minute) : TIME;
    return switch (column.kind()) {
      case INT, LONG, DOUBLE ->
          OpenApiSchemas.number(column, Math.clamp(30, column.min(), column.max()));
      case BOOLEAN -> true;
      case CATEGORY -> column.levels().getFirst();
      case TEXT -> "text";
      case DATE -> time.toLocalDate().toString();
      case TIMESTAMP -> time + ":00";
    };
  }
}
