package org.penstock.smartthermostat;

import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.feature.History;

/** Makes the features of a customer, of whom there is one row and so no history. */
final class Derivation implements History<Customer, ToonFeatures> {

  @Override
  public ToonFeatures features(Customer customer, LocalDateTime asOf) {
    return new ToonFeatures(
        customer.constructionYear(),
        customer.floorArea(),
        customer.age(),
        customer.appAdvancePaymentAdjustmentLastYear(),
        customer.appCheckAdvancePaymentLastYear(),
        customer.appDetermineDayOfPaymentLastYear(),
        customer.appMandateNoLastYear(),
        customer.appMandateYesLastYear(),
        customer.appTransactionRequestLastYear(),
        customer.offPeak(),
        customer.peak(),
        customer.electricity(),
        customer.lastOffPeak(),
        customer.lastPeak(),
        customer.lastElectricity(),
        customer.electricityLastContractTerm(),
        customer.gas(),
        customer.lastGas(),
        customer.hasActiveBoilerRentContract(),
        customer.hasActiveElectricityContract(),
        customer.hasPhoneNumber(),
        customer.province(),
        customer.webOsOtherLastYear(),
        ratio(customer.offPeak(), customer.electricity()),
        customer.peak().isPresent() && customer.offPeak().isEmpty(),
        ratio(customer.gas(), customer.floorArea()),
        ratio(customer.electricity(), customer.floorArea()),
        areSame(customer.electricity(), customer.lastElectricity()),
        areSame(customer.gas(), customer.lastGas()),
        log(customer.gas()),
        log(customer.electricity()),
        log(customer.floorArea()));
  }

  @Override
  public void observe(Customer customer) {
    // Nothing of a customer's row is known of another row.
  }

  /** Missing if either is, or if nothing is divided by nothing. */
  private static OptionalDouble ratio(OptionalInt part, OptionalInt whole) {
    return part.isPresent() && whole.isPresent() && whole.getAsInt() > 0
        ? OptionalDouble.of(part.getAsInt() / (double) whole.getAsInt())
        : OptionalDouble.empty();
  }

  private static boolean areSame(OptionalInt now, OptionalInt before) {
    return now.isPresent() && now.equals(before);
  }

  /** {@link StrictMath}, so that equal rows are equal features on every machine. */
  private static OptionalDouble log(OptionalInt amount) {
    return amount.isPresent()
        ? OptionalDouble.of(StrictMath.log1p(amount.getAsInt()))
        : OptionalDouble.empty();
  }
}
