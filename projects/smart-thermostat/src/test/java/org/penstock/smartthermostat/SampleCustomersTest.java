package org.penstock.smartthermostat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

class SampleCustomersTest {

  private static final List<Customer> CUSTOMERS = SampleCustomers.of(7, 20_000);

  @Test
  void isReadBackAsItWasDrawn() {
    Csv<Customer> file = Csv.read("customers.csv", Customer.class, csv(7, 20_000));

    assertEquals(List.of(), file.badRows());
    assertEquals(CUSTOMERS, file.rows());
  }

  @Test
  void beginsAsTheRealFileWithAColumnThatHasNoName() {
    assertTrue(csv(7, 1).startsWith(",BOUWJAAR_PAND,VLOEROPPERVLAK_VERBLIJFSOBJECT,age,"));
    assertEquals(2, csv(7, 1).lines().count());
  }

  @Test
  void keepsTheContractOfItsFeatures() {
    RowSchema<ToonFeatures> features = RowSchema.of(ToonFeatures.class);

    assertTrue(
        CUSTOMERS.stream()
            .allMatch(one ->
                features.check(new Derivation().features(one, LocalDateTime.MIN)).isEmpty()));
  }

  @Test
  void hasAsFewBuyersAsTheRealData() {
    assertEquals(.0206, share(Customer::boughtToon), .004);
  }

  @Test
  void hasOneTermOfTwoYearsAndNoneThatIsUnseen() {
    assertEquals(
        1,
        CUSTOMERS.stream()
            .filter(one ->
                one.electricityLastContractTerm().equals(Optional.of(ContractTerm.TWO_YEARS)))
            .count());
    assertEquals(
        0, share(one -> one.electricityLastContractTerm().equals(Optional.of(ContractTerm.OTHER))));
  }

  @Test
  void hasAColumnThatNeverVaries() {
    assertEquals(0, share(Customer::appCheckAdvancePaymentLastYear));
  }

  @Test
  void hasAgesAndHousesThatNobodyBelieves() {
    assertTrue(CUSTOMERS.stream().anyMatch(one -> one.age().orElse(0) == 7));
    assertTrue(CUSTOMERS.stream().anyMatch(one -> one.age().orElse(0) == 120));
    assertTrue(CUSTOMERS.stream().anyMatch(one -> one.constructionYear().orElse(0) == 1005));
  }

  @Test
  void missesWhatTheRealDataMisses() {
    assertEquals(.098, share(one -> one.age().isEmpty()), .01);
    assertEquals(.059, share(one -> one.floorArea().isEmpty()), .01);
    assertEquals(.183, share(one -> one.offPeak().isEmpty()), .07);
    assertEquals(.07, share(one -> one.peak().isPresent() && one.offPeak().isEmpty()), .01);
    assertEquals(.113, share(one -> one.peak().isEmpty()), .06);
    assertEquals(.185, share(one -> one.gas().isEmpty()), .08);
    assertEquals(.089, share(one -> one.electricityLastContractTerm().isEmpty()), .01);
    assertEquals(.028, share(one -> one.province().isEmpty()), .005);
  }

  private static double share(Predicate<Customer> which) {
    return CUSTOMERS.stream().filter(which).count() / (double) CUSTOMERS.size();
  }

  private static String csv(long seed, int customers) {
    StringBuilder csv = new StringBuilder();
    try {
      Projects.named("smart-thermostat", ModelProject.class).writeSample(seed, customers, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }
}
