package org.penstock.creditrisk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.feature.History;

/**
 * What the bank knew of a client before each loan.
 *
 * <p>Amounts are summed with Kahan's compensation, as {@code expanding().mean()} of pandas does, so
 * the mean is equal to the notebook's to the last bit.
 */
final class LoanHistory implements History<Loan, CreditFeatures> {

  private int loans;
  private double amount;
  private double compensation;

  @Override
  public CreditFeatures features(Loan loan, LocalDateTime asOf) {
    LocalDate today = asOf.toLocalDate();
    return new CreditFeatures(
        loans,
        loans == 0 ? OptionalDouble.empty() : OptionalDouble.of(amount / loans),
        wholeYears(loan.birthday(), today),
        loan.jobStartDate().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(wholeYears(loan.jobStartDate().get(), today)),
        loan.flagOwnCar());
  }

  @Override
  public void observe(Loan loan) {
    loans++;
    double compensated = loan.loanAmount() - compensation;
    double sum = amount + compensated;
    compensation = sum - amount - compensated;
    amount = sum;
  }

  /** Floored also below zero, so a job that starts tomorrow has -1 years. */
  private static int wholeYears(LocalDate from, LocalDate to) {
    return Math.toIntExact(Math.floorDiv(to.toEpochDay() - from.toEpochDay(), 365));
  }
}
