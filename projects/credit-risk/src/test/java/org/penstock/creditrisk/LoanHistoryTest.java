package org.penstock.creditrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanHistoryTest {

  private static final LocalDate TODAY = LocalDate.of(2020, 1, 1);

  @Test
  void theFirstLoanHasNoMean() {
    CreditFeatures features = features(new LoanHistory(), loan(TODAY, 100));

    assertEquals(0, features.nbPreviousLoans());
    assertEquals(OptionalDouble.empty(), features.avgAmountLoansPrevious());
  }

  @Test
  void aLoanHasTheMeanOfThoseBefore() {
    LoanHistory history = new LoanHistory();
    history.observe(loan(TODAY, 100));
    history.observe(loan(TODAY, 150));

    CreditFeatures features = features(history, loan(TODAY, 999));

    assertEquals(2, features.nbPreviousLoans());
    assertEquals(OptionalDouble.of(125), features.avgAmountLoansPrevious());
  }

  @Test
  void theSumLosesNothingToSmallAmounts() {
    LoanHistory history = new LoanHistory();
    history.observe(loan(TODAY, 1e16));
    history.observe(loan(TODAY, 1));
    history.observe(loan(TODAY, 1));

    assertEquals(
        (1e16 + 2) / 3, features(history, loan(TODAY, 0)).avgAmountLoansPrevious().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 0",
    "2019-01-02, 0",
    "2019-01-01, 1",
    "2018-01-01, 2",
    "2020-01-02, -1",
    "2020-12-31, -1",
    "2021-01-01, -2"
  })
  void yearsAreFlooredAlsoBelowZero(LocalDate jobStart, int years) {
    CreditFeatures features = features(new LoanHistory(), loan(jobStart, 100));

    assertEquals(OptionalInt.of(years), features.yearsOnTheJob());
  }

  @Test
  void ageIsInYearsOfExactly365Days() {
    CreditFeatures features = features(new LoanHistory(), loan(TODAY, 100));

    assertEquals(40, features.age());
    assertEquals(TODAY.toEpochDay() - 40 * 365 - 364, BIRTHDAY.toEpochDay());
  }

  private static final LocalDate BIRTHDAY = TODAY.minusDays(40 * 365 + 364);

  private static CreditFeatures features(LoanHistory history, Loan loan) {
    return history.features(loan, TODAY.atStartOfDay());
  }

  private static Loan loan(LocalDate jobStart, double amount) {
    return new Loan(
        1,
        1,
        Gender.F,
        true,
        true,
        0,
        1000,
        IncomeType.WORKING,
        EducationType.HIGHER_EDUCATION,
        FamilyStatus.MARRIED,
        HousingType.HOUSE_APARTMENT,
        -10000,
        -1000,
        true,
        false,
        false,
        false,
        Optional.empty(),
        2,
        false,
        BIRTHDAY,
        Optional.of(jobStart),
        TODAY,
        amount);
  }
}
