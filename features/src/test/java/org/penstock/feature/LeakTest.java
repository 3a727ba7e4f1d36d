package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Properties of random tables with ties and late rows: whatever a row says, features of rows that
 * could not know it stay as they are.
 */
class LeakTest {

  private static final int ROWS = 400;

  @ParameterizedTest
  @CsvSource({"UNSEEN, 1", "UNSEEN, 2", "UNSEEN, 3", "ROW_ORDER, 4", "ROW_ORDER, 5"})
  void aChangedRowChangesNeitherItsOwnHistoryNorAnEarlierOne(Ties ties, long seed) {
    List<Payment> rows = table(seed);
    List<Payment.Features> before = replay(rows, ties);

    for (int changed = 0; changed < ROWS; changed += 7) {
      List<Payment> others = new ArrayList<>(rows);
      others.set(changed, spoilt(rows.get(changed)));
      assertEquals(before.subList(0, changed + 1), replay(others, ties).subList(0, changed + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"UNSEEN, 1", "UNSEEN, 2", "ROW_ORDER, 3"})
  void whatHappensLaterChangesNothing(Ties ties, long seed) {
    List<Payment> rows = table(seed);

    for (int end = 1; end < ROWS; end += 13) {
      assertEquals(replay(rows, ties).subList(0, end), replay(rows.subList(0, end), ties));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void anUnseenTieIsUnseenInBothDirections(long seed) {
    List<Payment> rows = table(seed);
    List<Payment.Features> before = replay(rows, Ties.UNSEEN);

    for (int changed = 0; changed < ROWS; changed += 7) {
      List<Payment> others = new ArrayList<>(rows);
      others.set(changed, spoilt(rows.get(changed)));
      List<Payment.Features> after = replay(others, Ties.UNSEEN);
      for (int i = changed + 1; i < ROWS; i++) {
        if (!rows.get(i).time().isAfter(rows.get(changed).time())) {
          assertEquals(before.get(i), after.get(i));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"UNSEEN, 1", "UNSEEN, 2", "ROW_ORDER, 3", "ROW_ORDER, 4"})
  void agreesWithTheDefinition(Ties ties, long seed) {
    List<Payment> rows = table(seed);

    List<Payment.Features> features = replay(rows, ties);

    for (int i = 0; i < ROWS; i++) {
      assertEquals(definition(rows, i, ties), features.get(i).count());
    }
  }

  /** Rows of the same payer that were known strictly before, or stand above and are known now. */
  private static long definition(List<Payment> rows, int index, Ties ties) {
    Payment row = rows.get(index);
    return rows.subList(0, index).stream()
        .filter(other -> other.payer() == row.payer())
        .map(LeakTest::visible)
        .filter(known ->
            switch (ties) {
              case UNSEEN -> known.isBefore(row.time());
              case ROW_ORDER -> !known.isAfter(row.time());
            })
        .count();
  }

  private static LocalDateTime visible(Payment row) {
    return row.known().filter(row.time()::isBefore).orElse(row.time());
  }

  private static Payment spoilt(Payment row) {
    return new Payment(row.payer(), row.time(), row.known(), row.amount() + 1e6, !row.failed());
  }

  private static List<Payment> table(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Payment> rows = new ArrayList<>();
    int hour = 0;
    for (int i = 0; i < ROWS; i++) {
      hour += random.nextInt(5) == 0 ? random.nextInt(4) : 0;
      rows.add(
          new Payment(
              random.nextInt(8),
              Payment.at(hour),
              random.nextInt(3) == 0
                  ? Optional.of(Payment.at(hour + random.nextInt(-3, 9)))
                  : Optional.empty(),
              random.nextInt(100),
              random.nextBoolean()));
    }
    return rows;
  }

  private static List<Payment.Features> replay(List<Payment> rows, Ties ties) {
    var engine = new PointInTime<>(new Payment.View(), new AsOf.Event(), ties);
    return rows.stream().map(engine::next).toList();
  }
}
