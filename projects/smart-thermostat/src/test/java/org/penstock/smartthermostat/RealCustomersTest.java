package org.penstock.smartthermostat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.penstock.feature.sample.RealData;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

/** All real customers, against what pandas says of them; see {@code notebook_features.py}. */
class RealCustomersTest {

  private static final RowSchema<ToonFeatures> FEATURES = RowSchema.of(ToonFeatures.class);

  /** SHA-256 of 20,000 rows of little-endian doubles, as the script prints it. */
  private static final Map<String, String> PANDAS =
      Map.of(
          "notebook",
          "da82bc788e8613db4d787add5f527cd66cfed58c9397a734eccf5b01d8604e1d",
          "derived",
          "926b4bf3905caa427f36ecee11e66c5d74a6e802d496588b6a350949cd21fe1c");

  @Test
  void everyFeatureOfEveryCustomerEqualsPandasToTheLastBit() throws Exception {
    List<Customer> customers = read();
    NotebookRecipe recipe = ProjectYaml.notebook();
    List<String> derived = Golden.table("derived").names();

    assertEquals(PANDAS.get("notebook"), digest(customers, recipe::features));
    assertEquals(
        PANDAS.get("derived"),
        digest(
            customers,
            customer -> {
              double[] ours =
                  FEATURES.toNumbers(new Derivation().features(customer, LocalDateTime.MIN));
              return derived.stream().mapToDouble(name -> ours[FEATURES.indexOf(name)]).toArray();
            }));
  }

  @Test
  void whatTheNotebookFillsInAreTheMediansOfAllRows() throws Exception {
    List<Customer> customers = read();
    Map<String, Double> medians = new TreeMap<>();
    for (String name : ProjectYaml.fill().keySet()) {
      double[] values =
          customers.stream()
              .mapToDouble(one ->
                  FEATURES
                      .toNumbers(new Derivation().features(one, LocalDateTime.MIN))[
                      FEATURES.indexOf(name)])
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      medians.put(name, (values[(values.length - 1) / 2] + values[values.length / 2]) / 2);
    }

    assertEquals(medians, ProjectYaml.fill());
  }

  @Test
  void keepTheContractOfTheFeaturesToo() throws Exception {
    assertTrue(
        read().stream()
            .allMatch(one ->
                FEATURES.check(new Derivation().features(one, LocalDateTime.MIN)).isEmpty()));
  }

  @Test
  void areWhatTheDocumentsSay() throws Exception {
    List<Customer> customers = read();

    assertEquals(20_000, customers.size());
    assertEquals(411, count(customers.stream().filter(Customer::boughtToon)));
    assertEquals(1, count(customers.stream().filter(one -> hasTerm(one, ContractTerm.TWO_YEARS))));
    assertEquals(0, count(customers.stream().filter(one -> hasTerm(one, ContractTerm.OTHER))));
    assertEquals(0, count(customers.stream().filter(Customer::appCheckAdvancePaymentLastYear)));
    assertEquals(
        1_399,
        count(customers.stream().filter(one -> one.peak().isPresent() && one.offPeak().isEmpty())));
    assertEquals(
        10, count(customers.stream().filter(one -> one.constructionYear().orElse(0) == 1005)));
    assertEquals(7, customers.stream().mapToInt(one -> one.age().orElse(50)).min().orElseThrow());
    assertEquals(120, customers.stream().mapToInt(one -> one.age().orElse(50)).max().orElseThrow());
  }

  private static boolean hasTerm(Customer customer, ContractTerm term) {
    return customer.electricityLastContractTerm().equals(Optional.of(term));
  }

  private static long count(Stream<Customer> customers) {
    return customers.count();
  }

  private static String digest(List<Customer> customers, Function<Customer, double[]> features)
      throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Customer customer : customers) {
      double[] values = features.apply(customer);
      ByteBuffer row = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
      Arrays.stream(values).forEach(row::putDouble);
      digest.update(row.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Customer> read() throws Exception {
    Csv<Customer> file =
        Csv.read(
            "customers.csv",
            Customer.class,
            Files.readString(RealData.require("smart-thermostat/data_set.csv")));
    assertEquals(List.of(), file.badRows());
    return file.rows();
  }
}
