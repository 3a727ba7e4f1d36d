package org.penstock.feature.sample;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.penstock.row.RowSchema;
import org.penstock.row.Spelling;

/**
 * Writes rows as a file has them: a header, and every value as it is spelt there. A missing value
 * is the first of its {@code @Missing} texts, or empty.
 */
public final class SampleCsv {

  private SampleCsv() {}

  /** Writes {@code rows} under a header; no text may hold a comma or a quote. */
  public static <R extends Record> void write(RowSchema<R> schema, List<R> rows, Appendable csv)
      throws IOException {
    for (int column = 0; column < schema.columns().size(); column++) {
      csv.append(column == 0 ? "" : ",").append(schema.spelling(column).header());
    }
    csv.append('\n');
    StringBuilder line = new StringBuilder();
    for (R row : rows) {
      line.setLength(0);
      for (int column = 0; column < schema.columns().size(); column++) {
        line.append(column == 0 ? "" : ",")
            .append(text(schema.value(row, column), schema.spelling(column)));
      }
      csv.append(line).append('\n');
    }
  }

  private static String text(Object value, Spelling spelling) {
    return switch (value) {
      case Boolean truth -> truth ? spelling.yes() : spelling.no();
      case OptionalInt number when number.isPresent() -> Integer.toString(number.getAsInt());
      case OptionalLong number when number.isPresent() -> Long.toString(number.getAsLong());
      case OptionalDouble number when number.isPresent() -> Double.toString(number.getAsDouble());
      case Optional<?> optional when optional.isPresent() -> text(optional.get(), spelling);
      case Optional<?> _, OptionalInt _, OptionalLong _, OptionalDouble _ ->
          spelling.missing().stream().sorted().findFirst().orElse("");
      default -> value.toString();
    };
  }
}
