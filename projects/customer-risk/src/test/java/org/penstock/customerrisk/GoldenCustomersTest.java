package org.penstock.customerrisk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

/**
 * Real customers of every kind, with the features that {@code src/test/python/pandas_features.py}
 * computes of them: no deposits, no stakes, no withdrawals, withdrawals missing or above deposits,
 * the largest amounts.
 */
class GoldenCustomersTest {

  private static final RowSchema<RiskFeatures> FEATURES = RowSchema.of(RiskFeatures.class);

  @Test
  void equalsPandasToTheLastBit() throws IOException {
    List<Customer> customers = customers();
    List<double[]> expected = golden();

    assertEquals(expected.size(), customers.size());
    for (int row = 0; row < expected.size(); row++) {
      RiskFeatures features = new Ratios().features(customers.get(row), LocalDateTime.MIN);
      assertArrayEquals(expected.get(row), FEATURES.toNumbers(features), "row " + row);
    }
  }

  @Test
  void holdsWhatBreaksRatios() throws IOException {
    List<Customer> customers = customers();

    assertTrue(customers.stream().anyMatch(one -> one.deposits() == 0));
    assertTrue(customers.stream().anyMatch(one -> one.withdrawals().isEmpty()));
  }

  private static List<Customer> customers() throws IOException {
    try (InputStream in = GoldenCustomersTest.class.getResourceAsStream("golden-customers.csv")) {
      Csv<Customer> file = Csv.read("customers.csv", Customer.class, in);
      assertEquals(List.of(), file.badRows());
      return file.rows();
    }
  }

  private static List<double[]> golden() throws IOException {
    try (InputStream in = GoldenCustomersTest.class.getResourceAsStream("golden-features.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line ->
              Stream.of(line.split(",", -1))
                  .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                  .toArray())
          .toList();
    }
  }
}
