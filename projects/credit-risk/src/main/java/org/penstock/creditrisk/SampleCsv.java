package org.penstock.creditrisk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;
import org.penstock.row.Spelling;

/** Writes loans as the real file has them: every value as it is spelt there. */
final class SampleCsv {

  private static final RowSchema<Loan> SCHEMA = RowSchema.of(Loan.class);

  private SampleCsv() {}

  static void write(List<Loan> loans, Appendable csv) throws IOException {
    csv.append(SCHEMA.columns().stream().map(Column::name).collect(Collectors.joining(",")));
    csv.append('\n');
    StringBuilder line = new StringBuilder();
    for (Loan loan : loans) {
      line.setLength(0);
      for (int column = 0; column < SCHEMA.columns().size(); column++) {
        line.append(column == 0 ? "" : ",")
            .append(text(SCHEMA.value(loan, column), SCHEMA.spelling(column)));
      }
      csv.append(line).append('\n');
    }
  }

  private static String text(Object value, Spelling spelling) {
    return switch (value) {
      case Boolean truth -> truth ? spelling.yes() : spelling.no();
      case Optional<?> optional when optional.isEmpty() ->
          spelling.missing().stream().findFirst().orElse("");
      case Optional<?> optional -> optional.get().toString();
      default -> value.toString();
    };
  }
}
