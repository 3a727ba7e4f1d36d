package org.penstock.smartthermostat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.penstock.row.RowSchema;

/**
 * Real customers of every kind, against pandas: nothing missing and everything, a bought
 * thermostat, the only term of two years, a house of 1005, ages 7 and 120, no consumption, a single
 * tariff.
 */
class GoldenCustomersTest {

  private static final RowSchema<ToonFeatures> FEATURES = RowSchema.of(ToonFeatures.class);

  private final List<Customer> customers = Golden.customers();

  @Test
  void hasTheFeaturesOfTheNotebook() throws Exception {
    Golden golden = Golden.table("notebook");
    NotebookRecipe recipe = ProjectYaml.notebook();

    assertEquals(39, golden.names().size());
    assertEquals(golden.names(), recipe.names());
    for (int i = 0; i < customers.size(); i++) {
      assertArrayEquals(golden.rows().get(i), recipe.features(customers.get(i)), "row " + i);
    }
  }

  @Test
  void derivesWhatPandasDerivesToTheLastBit() {
    Golden golden = Golden.table("derived");

    for (int i = 0; i < customers.size(); i++) {
      double[] ours =
          FEATURES.toNumbers(new Derivation().features(customers.get(i), LocalDateTime.MIN));
      double[] derived =
          golden.names().stream().mapToDouble(name -> ours[FEATURES.indexOf(name)]).toArray();
      assertArrayEquals(golden.rows().get(i), derived, "row " + i);
    }
  }

  @Test
  void takesLogarithmsOfWhatIsThere() {
    for (Customer customer : customers) {
      ToonFeatures features = new Derivation().features(customer, LocalDateTime.MIN);

      assertEquals(log(customer.gas()), features.logGas());
      assertEquals(log(customer.electricity()), features.logElectricity());
      assertEquals(log(customer.floorArea()), features.logFloorArea());
    }
  }

  private static OptionalDouble log(OptionalInt amount) {
    return amount.isPresent()
        ? OptionalDouble.of(StrictMath.log1p(amount.getAsInt()))
        : OptionalDouble.empty();
  }

  @Test
  void holdsEveryQuirk() {
    assertTrue(customers.stream().anyMatch(one -> one.constructionYear().orElse(0) == 1005));
    assertTrue(customers.stream().anyMatch(one -> one.age().orElse(0) == 7));
    assertTrue(customers.stream().anyMatch(one -> one.age().orElse(0) == 120));
    assertTrue(customers.stream().anyMatch(one -> one.electricity().orElse(-1) == 0));
    assertTrue(
        customers.stream()
            .anyMatch(one ->
                one.electricityLastContractTerm().equals(Optional.of(ContractTerm.TWO_YEARS))));
    assertTrue(
        customers.stream().anyMatch(one -> one.peak().isPresent() && one.offPeak().isEmpty()));
    assertTrue(customers.stream().anyMatch(Customer::boughtToon));
  }
}
