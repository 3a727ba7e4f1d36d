package org.penstock.smartthermostat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.penstock.row.RowSchema;
import org.penstock.table.BadRow;
import org.penstock.table.CsvReader;

/** What is read of a file: its customers, and its bad rows. */
record CustomerFile(List<Customer> customers, List<BadRow> badRows) {

  static CustomerFile of(String csv) {
    return of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  static CustomerFile of(InputStream csv) {
    List<Customer> customers = new ArrayList<>();
    List<BadRow> badRows = new ArrayList<>();
    try {
      new CsvReader<>(RowSchema.of(Customer.class))
          .read("customers.csv", csv, customers::add, badRows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new CustomerFile(customers, badRows);
  }
}
