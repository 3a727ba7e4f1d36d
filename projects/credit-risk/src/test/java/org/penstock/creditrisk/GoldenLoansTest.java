package org.penstock.creditrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.feature.PointInTime;
import org.penstock.table.Csv;

/**
 * A few real clients, with the features that {@code src/test/python/notebook_features.py} computes
 * of them in pandas: one with few loans, with two on one day, a pensioner, one whose job starts
 * after a loan, one who did not pay, one with a single loan.
 */
class GoldenLoansTest {

  @ParameterizedTest
  @EnumSource
  void equalsPandasToTheLastBit(Semantics semantics) throws Exception {
    PointInTime<Loan, CreditFeatures> engine = semantics.engine();

    List<Golden> actual =
        loans().stream().map(loan -> new Golden(loan.loanId(), engine.next(loan))).toList();

    assertEquals(golden(semantics), actual);
  }

  @Test
  void aPensionerHasNoJobAndNoOccupation() throws Exception {
    Loan loan = loans().getFirst();

    assertEquals(IncomeType.PENSIONER, loan.nameIncomeType());
    assertEquals(true, loan.jobStartDate().isEmpty());
    assertEquals(true, loan.occupationType().isEmpty());
  }

  private record Golden(long loanId, CreditFeatures features) {}

  private static List<Golden> golden(Semantics semantics) throws IOException {
    String name = "golden-%s.csv".formatted(semantics.name().toLowerCase(Locale.ROOT));
    try (InputStream in = GoldenLoansTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> golden(line.split(",", -1)))
          .toList();
    }
  }

  private static Golden golden(String[] cells) {
    return new Golden(
        Long.parseLong(cells[0]),
        new CreditFeatures(
            (int) Double.parseDouble(cells[1]),
            cells[2].isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(cells[2])),
            (int) Double.parseDouble(cells[3]),
            cells[4].isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Double.parseDouble(cells[4])),
            cells[5].equals("1")));
  }

  private static List<Loan> loans() throws IOException {
    try (InputStream in = GoldenLoansTest.class.getResourceAsStream("golden-loans.csv")) {
      return Csv.read("golden-loans.csv", Loan.class, in).good();
    }
  }
}
