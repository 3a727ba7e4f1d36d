package org.penstock.serving.http;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.penstock.row.Column;
import tools.jackson.core.JsonGenerator;

/** Writes the numbers that the model sees as the values that they stand for. */
final class FeatureValues {

  private FeatureValues() {}

  /**
   * Writes one object.
   *
   * @param values one a column; missing is NaN and becomes null
   */
  static void write(List<Column> columns, double[] values, JsonGenerator json) {
    json.writeStartObject();
    for (int i = 0; i < values.length; i++) {
      json.writeName(columns.get(i).name());
      write(columns.get(i), values[i], json);
    }
    json.writeEndObject();
  }

  private static void write(Column column, double value, JsonGenerator json) {
    if (Double.isNaN(value)) {
      json.writeNull();
      return;
    }

    switch (column.kind()) {
      case INT, LONG -> json.writeNumber((long) value);
      case DOUBLE -> json.writeNumber(value);
      case BOOLEAN -> json.writeBoolean(value != 0);
      case CATEGORY -> json.writeString(column.levels().get((int) value));
      case DATE -> json.writeString(LocalDate.ofEpochDay((long) value).toString());
      case TIMESTAMP ->
          json.writeString(LocalDateTime.ofEpochSecond((long) value, 0, ZoneOffset.UTC).toString());
      case TEXT -> throw new IllegalArgumentException("A text is no feature: " + column.name());
    }
  }
}
