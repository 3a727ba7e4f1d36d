package org.penstock.customerrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.penstock.feature.GroupKey;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Projects;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

class SampleCustomersTest {

  private static final List<Customer> CUSTOMERS = SampleCustomers.of(7, 10_000);

  @Test
  void isReadBackAsItWasDrawn() {
    Csv<Customer> file = Csv.read("customers.csv", Customer.class, csv(7, 10_000));

    assertEquals(List.of(), file.badRows());
    assertEquals(CUSTOMERS, file.rows());
  }

  @Test
  void hasRisksAsOftenAsTheRealData() {
    assertEquals(.263, share(Customer::target), .02);
  }

  @Test
  void writesMissingWithdrawalsAsTheRealFile() {
    assertEquals(.05, share(one -> one.withdrawals().isEmpty()), .01);
    assertTrue(csv(7, 1000).lines().anyMatch(line -> line.matches("\\d+,NA,.*")));
  }

  @Test
  void hasDepositsAndStakesOfZero() {
    assertEquals(.01, share(one -> one.deposits() == 0), .006);
    assertEquals(.055, share(one -> one.stakes() == 0), .03);
  }

  @Test
  void hasAFewFarAboveAllOthers() {
    assertEquals(.043, share(one -> one.stakes() > 300), .01);
    assertEquals(.014, share(one -> one.withdrawals().orElse(0) > 100), .006);
  }

  @Test
  void hasMostRowsMoreThanOnce() {
    var inputs = new GroupKey<>(RowSchema.of(Customer.class), InputColumns.names());

    long distinct = CUSTOMERS.stream().mapToLong(inputs).distinct().count();

    assertEquals(3_475, distinct, 700);
  }

  private static double share(Predicate<Customer> which) {
    return CUSTOMERS.stream().filter(which).count() / (double) CUSTOMERS.size();
  }

  private static String csv(long seed, int customers) {
    StringBuilder csv = new StringBuilder();
    try {
      Projects.named("customer-risk", ModelProject.class).writeSample(seed, customers, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }
}
