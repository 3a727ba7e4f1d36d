package org.penstock.customerrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RatiosTest {

  @Test
  void dividesByDeposits() {
    RiskFeatures features = features(40, OptionalInt.of(10), 60);

    assertEquals(OptionalDouble.of(.25), features.withdrawalsPerDeposit());
    assertEquals(OptionalDouble.of(1.5), features.stakesPerDeposit());
  }

  @Test
  void hasNoRatioWithoutDeposits() {
    RiskFeatures features = features(0, OptionalInt.of(10), 60);

    assertEquals(OptionalDouble.empty(), features.withdrawalsPerDeposit());
    assertEquals(OptionalDouble.empty(), features.stakesPerDeposit());
  }

  @Test
  void hasNoRatioOfNothingToNothing() {
    assertEquals(OptionalDouble.empty(), features(0, OptionalInt.of(0), 0).stakesPerDeposit());
  }

  @Test
  void tellsMissingWithdrawalsFromNone() {
    assertEquals(OptionalDouble.of(0), features(40, OptionalInt.of(0), 60).withdrawalsPerDeposit());
    assertEquals(
        OptionalDouble.empty(), features(40, OptionalInt.empty(), 60).withdrawalsPerDeposit());
    assertEquals(OptionalDouble.of(1.5), features(40, OptionalInt.empty(), 60).stakesPerDeposit());
  }

  @Test
  void doesNotSeeOtherCustomers() {
    var history = new Ratios();
    Customer customer = new Customer(40, OptionalInt.of(1), 9, Product.BET, AgeGroup.OVER_50, true);
    RiskFeatures before = history.features(customer, LocalDateTime.MIN);

    history.observe(new Customer(7, OptionalInt.of(7), 7, Product.BET, AgeGroup.OVER_50, true));

    assertEquals(before, history.features(customer, LocalDateTime.MIN));
  }

  private static RiskFeatures features(int deposits, OptionalInt withdrawals, int stakes) {
    return features(
        new Customer(deposits, withdrawals, stakes, Product.BET, AgeGroup.OVER_50, false));
  }

  private static RiskFeatures features(Customer customer) {
    return new Ratios().features(customer, LocalDateTime.MIN);
  }
}
