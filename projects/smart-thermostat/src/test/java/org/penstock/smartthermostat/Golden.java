package org.penstock.smartthermostat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.penstock.table.Csv;

/**
 * A table that {@code src/test/python/notebook_features.py} wrote of a few customers.
 *
 * @param names of the features
 * @param rows by customer; missing is NaN
 */
record Golden(List<String> names, List<double[]> rows) {

  /** Returns the customers of the tables. */
  static List<Customer> customers() {
    Csv<Customer> file =
        Csv.read("customers.csv", Customer.class, resource("golden-customers.csv"));
    if (!file.badRows().isEmpty()) {
      throw new AssertionError(file.badRows());
    }
    return file.rows();
  }

  /**
   * Returns the table called {@code name}, without its first column, the number of the customer.
   */
  static Golden table(String name) {
    List<String> lines = resource("golden-%s.csv".formatted(name)).lines().toList();
    return new Golden(
        List.of(lines.getFirst().split(",")).stream().skip(1).toList(),
        lines.stream().skip(1).map(Golden::numbers).toList());
  }

  private static double[] numbers(String line) {
    return Stream.of(line.split(",", -1))
        .skip(1)
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  private static String resource(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
