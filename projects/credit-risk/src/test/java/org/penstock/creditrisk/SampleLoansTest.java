package org.penstock.creditrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.feature.GroupKey;
import org.penstock.feature.ModelProject;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Projects;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

class SampleLoansTest {

  private static final String CSV = csv(7, 3000);

  private static final List<Loan> LOANS = SampleLoans.of(7, 3000);

  @Test
  void isReadBackAsItWasDrawn() {
    assertEquals(LOANS, Csv.read("sample.csv", Loan.class, CSV).good());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 51, 500})
  void hasAsManyIdsAsAskedFor(int ids) {
    assertEquals(ids, ids(SampleLoans.of(1, ids)).size());
  }

  @Test
  void isInTheOrderOfTheRealFile() {
    assertEquals(
        LOANS.stream()
            .sorted(Comparator.comparing(Loan::loanDate).thenComparing(Loan::loanId))
            .toList(),
        LOANS);
  }

  @Test
  void hasAboutTwentyLoansOfAnId() {
    assertEquals(20, LOANS.size() / 3000.0, 2);
  }

  @Test
  void hasFewLossesAsTheRealData() {
    assertEquals(.02, share(LOANS.stream().filter(Loan::status).count()), .005);
  }

  @Test
  void hasPersonsWithSeveralIds() {
    GroupKey<Loan> person = new GroupKey<>(RowSchema.of(Loan.class), PersonColumns.names());
    Set<Long> persons = new HashSet<>();
    LOANS.forEach(loan -> persons.add(person.applyAsLong(loan)));

    assertEquals(3.75, 3000.0 / persons.size(), .5);
  }

  @Test
  void hasPensionersWithoutJobOrOccupation() {
    List<Loan> pensioners =
        LOANS.stream().filter(loan -> loan.nameIncomeType() == IncomeType.PENSIONER).toList();

    assertEquals(.17, share(pensioners.size()), .04);
    assertTrue(pensioners.stream().allMatch(loan -> loan.jobStartDate().isEmpty()));
    assertTrue(pensioners.stream().allMatch(loan -> loan.occupationType().isEmpty()));
    assertTrue(CSV.contains(",3021-09-18,"));
  }

  @Test
  void hasClientsWithAJobButNoOccupation() {
    assertTrue(
        LOANS.stream()
            .anyMatch(loan -> loan.jobStartDate().isPresent() && loan.occupationType().isEmpty()));
  }

  @Test
  void hasJobsThatStartAfterTheLoan() {
    PointInTime<Loan, CreditFeatures> engine = Semantics.EVENT.engine();

    long negative =
        LOANS.stream().filter(loan -> engine.next(loan).yearsOnTheJob().orElse(0) < 0).count();

    assertEquals(.14, share(negative), .05);
  }

  @Test
  void hasLoansOfOneClientOnOneDay() {
    Set<List<Object>> days = new HashSet<>();
    LOANS.forEach(loan -> days.add(List.of(loan.id(), loan.loanDate())));

    assertEquals(.02, share(LOANS.size() - days.size()), .01);
  }

  private static double share(long loans) {
    return loans / (double) LOANS.size();
  }

  private static Set<Long> ids(List<Loan> loans) {
    Set<Long> ids = new HashSet<>();
    loans.forEach(loan -> ids.add(loan.id()));
    return ids;
  }

  private static String csv(long seed, int ids) {
    StringBuilder csv = new StringBuilder();
    try {
      Projects.named("credit-risk", ModelProject.class).writeSample(seed, ids, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }
}
