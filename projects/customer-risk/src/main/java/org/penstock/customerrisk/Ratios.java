package org.penstock.customerrisk;

import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.penstock.feature.History;

/**
 * The features of a customer, from the customer's own row and nothing else.
 *
 * <p>A ratio to deposits of zero is missing, not infinite and not zero: zero withdrawn of a deposit
 * is something else, and {@code deposits} itself tells the two apart.
 */
final class Ratios implements History<Customer, RiskFeatures> {

  @Override
  public RiskFeatures features(Customer customer, LocalDateTime asOf) {
    return new RiskFeatures(
        customer.deposits(),
        customer.withdrawals(),
        customer.stakes(),
        customer.product(),
        customer.age(),
        customer.withdrawals().isPresent()
            ? perDeposit(customer.withdrawals().getAsInt(), customer)
            : OptionalDouble.empty(),
        perDeposit(customer.stakes(), customer));
  }

  /** Does nothing: rows name nobody, so no row is another's past. */
  @Override
  public void observe(Customer customer) {}

  private static OptionalDouble perDeposit(int amount, Customer customer) {
    return customer.deposits() > 0
        ? OptionalDouble.of((double) amount / customer.deposits())
        : OptionalDouble.empty();
  }
}
