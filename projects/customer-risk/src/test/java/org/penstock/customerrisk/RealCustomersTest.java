package org.penstock.customerrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penstock.feature.GroupKey;
import org.penstock.feature.sample.RealData;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

/** All real customers, against what pandas says of them; see {@code pandas_features.py}. */
class RealCustomersTest {

  /** SHA-256 of 10,000 rows of seven little-endian doubles, as the script prints it. */
  private static final String PANDAS =
      "c2e44c748208b03b87c5b5059c70a38e6f3bc97196aaaf7a6c333d2ef40166d6";

  private static final RowSchema<RiskFeatures> FEATURES = RowSchema.of(RiskFeatures.class);

  @Test
  void everyFeatureOfEveryCustomerEqualsPandasToTheLastBit() throws Exception {
    List<Customer> customers = read(RealData.require("customer-risk/train.csv"));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    ByteBuffer row =
        ByteBuffer.allocate(FEATURES.columns().size() * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (Customer customer : customers) {
      row.clear();
      for (double value : FEATURES.toNumbers(new Ratios().features(customer, LocalDateTime.MIN))) {
        row.putDouble(value);
      }
      digest.update(row.flip());
    }

    assertEquals(PANDAS, HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void areWhatTheDocumentsSay() throws Exception {
    List<Customer> customers = read(RealData.require("customer-risk/train.csv"));

    assertEquals(10_000, customers.size());
    assertEquals(2_628, customers.stream().filter(Customer::target).count());
    assertEquals(500, customers.stream().filter(one -> one.withdrawals().isEmpty()).count());
    assertEquals(107, customers.stream().filter(one -> one.deposits() == 0).count());
    var inputs = new GroupKey<>(RowSchema.of(Customer.class), InputColumns.names());
    assertEquals(3_475, customers.stream().mapToLong(inputs).distinct().count());
    assertEquals(10_000 - 5_485, customers.stream().distinct().count());
  }

  private static List<Customer> read(Path path) throws Exception {
    try (InputStream in = Files.newInputStream(path)) {
      Csv<Customer> file = Csv.read("customers.csv", Customer.class, in);
      assertEquals(List.of(), file.badRows());
      return file.rows();
    }
  }
}
