package org.penstock.customerrisk;

import java.util.List;
import org.penstock.row.Column;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;

/** All columns but the outcome: what the model learns from, so what equal rows agree in. */
final class InputColumns {

  private InputColumns() {}

  static List<String> names() {
    return RowSchema.of(Customer.class).columns().stream()
        .filter(column -> !column.is(Role.LABEL))
        .map(Column::name)
        .toList();
  }
}
