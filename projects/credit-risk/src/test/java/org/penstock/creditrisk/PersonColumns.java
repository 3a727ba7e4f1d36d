package org.penstock.creditrisk;

import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

/** The columns that say who a client is: all the personal ones. */
final class PersonColumns {

  private PersonColumns() {}

  static List<String> names() {
    return RowSchema.of(Loan.class).columns().stream()
        .filter(Column::personal)
        .map(Column::name)
        .toList();
  }
}
