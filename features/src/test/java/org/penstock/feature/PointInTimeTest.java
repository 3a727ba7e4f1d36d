package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;

class PointInTimeTest {

  @Test
  void asksBeforeItObserves() {
    List<Integer> counts =
        counts(Ties.UNSEEN, Payment.of(1, 0, 5), Payment.of(1, 1, 6), Payment.of(1, 2, 7));

    assertEquals(List.of(0, 1, 2), counts);
  }

  @ParameterizedTest
  @EnumSource
  void keepsEntitiesApart(Ties ties) {
    List<Integer> counts =
        counts(ties, Payment.of(1, 0, 5), Payment.of(2, 1, 6), Payment.of(1, 2, 7));

    assertEquals(List.of(0, 0, 1), counts);
  }

  @Test
  void rowsOfEqualTimeDoNotSeeEachOther() {
    List<Integer> counts =
        counts(
            Ties.UNSEEN,
            Payment.of(1, 0, 5),
            Payment.of(1, 1, 6),
            Payment.of(1, 1, 7),
            Payment.of(1, 2, 8));

    assertEquals(List.of(0, 1, 1, 3), counts);
  }

  @Test
  void rowsOfEqualTimeSeeThoseAboveThemInRowOrder() {
    List<Integer> counts =
        counts(
            Ties.ROW_ORDER,
            Payment.of(1, 0, 5),
            Payment.of(1, 1, 6),
            Payment.of(1, 1, 7),
            Payment.of(1, 2, 8));

    assertEquals(List.of(0, 1, 2, 3), counts);
  }

  @ParameterizedTest
  @EnumSource
  void tiedRowsAreObservedInRowOrder(Ties ties) {
    List<Payment.Features> features =
        replay(
            new AsOf.Event(), ties, Payment.of(1, 1, 6), Payment.of(1, 1, 7), Payment.of(1, 2, 8));

    assertEquals(7, features.get(2).last());
  }

  @ParameterizedTest
  @EnumSource
  void aLateRowIsUnseenUntilItIsKnown(Ties ties) {
    List<Integer> counts =
        counts(ties, Payment.late(1, 0, 2, 5), Payment.of(1, 1, 6), Payment.of(1, 3, 7));

    assertEquals(List.of(0, 0, 2), counts);
  }

  @Test
  void aRowKnownAtThisVeryMomentIsUnseenLikeATie() {
    assertEquals(List.of(0, 0), counts(Ties.UNSEEN, Payment.late(1, 0, 2, 5), Payment.of(1, 2, 6)));
  }

  @Test
  void aRowKnownAtThisVeryMomentIsSeenInRowOrder() {
    assertEquals(
        List.of(0, 1), counts(Ties.ROW_ORDER, Payment.late(1, 0, 2, 5), Payment.of(1, 2, 6)));
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreObservedInTheOrderInWhichTheyBecameKnown(Ties ties) {
    List<Payment.Features> features =
        replay(
            new AsOf.Event(),
            ties,
            Payment.late(1, 0, 5, 10),
            Payment.late(1, 1, 3, 20),
            Payment.of(1, 2, 30),
            Payment.of(1, 6, 40));

    assertEquals(new Payment.Features(3, OptionalDouble.of(60), 10, 0, 6), features.get(3));
  }

  @ParameterizedTest
  @EnumSource
  void aRowKnownTogetherWithALaterOneIsObservedFirst(Ties ties) {
    List<Payment.Features> features =
        replay(
            new AsOf.Event(),
            ties,
            Payment.late(1, 0, 2, 10),
            Payment.of(1, 2, 20),
            Payment.of(1, 3, 30));

    assertEquals(20, features.get(2).last());
  }

  @Test
  void aTimeOfKnowledgeBeforeTheEventCountsAsTheEvent() {
    List<Integer> counts =
        counts(Ties.UNSEEN, Payment.late(1, 5, 0, 5), Payment.of(1, 5, 6), Payment.of(1, 6, 7));

    assertEquals(List.of(0, 0, 2), counts);
  }

  @Test
  void aTimeOfKnowledgeBeforeTheEventDoesNotOvertakeWhatIsKnownAtTheEvent() {
    List<Payment.Features> features =
        replay(
            new AsOf.Event(),
            Ties.UNSEEN,
            Payment.late(1, 0, 5, 10),
            Payment.late(1, 5, 0, 20),
            Payment.of(1, 6, 30));

    assertEquals(20, features.getLast().last());
  }

  @ParameterizedTest
  @EnumSource
  void rowsKnownTogetherAreObservedInRowOrder(Ties ties) {
    List<Payment.Features> features =
        replay(
            new AsOf.Event(),
            ties,
            Payment.late(1, 0, 5, 10),
            Payment.late(1, 1, 5, 20),
            Payment.late(1, 2, 5, 30),
            Payment.late(1, 3, 5, 40),
            Payment.of(1, 6, 50));

    assertEquals(40, features.getLast().last());
  }

  @Test
  void asOfTheEventIsTheRowsOwnTime() {
    List<Payment.Features> features =
        replay(new AsOf.Event(), Ties.UNSEEN, Payment.of(1, 3, 5), Payment.of(1, 8, 6));

    assertEquals(List.of(3L, 8L), features.stream().map(Payment.Features::hour).toList());
  }

  @Test
  void aFixedAsOfIsTheSameForEveryRow() {
    List<Payment.Features> features =
        replay(
            new AsOf.Fixed(Payment.at(100)), Ties.UNSEEN, Payment.of(1, 3, 5), Payment.of(1, 8, 6));

    assertEquals(List.of(100L, 100L), features.stream().map(Payment.Features::hour).toList());
  }

  @Test
  void refusesARowThatHappenedBeforeTheOneAbove() {
    var engine = new PointInTime<>(new Payment.View(), new AsOf.Event(), Ties.UNSEEN);
    engine.next(Payment.of(1, 5, 1));

    var thrown = assertThrows(DisorderException.class, () -> engine.next(Payment.of(2, 4, 1)));

    assertEquals(
        "Row 2 happened at 2020-02-28T04:00, before the row above it (2020-02-28T05:00);"
            + " sort the rows by event time",
        thrown.getMessage());
  }

  @Test
  void aDateIsItsFirstMoment() {
    var engine = new PointInTime<>(new VisitView(), new AsOf.Event(), Ties.UNSEEN);

    List<VisitView.Seen> features =
        List.of(
            engine.next(new Visit("a", LocalDate.of(2020, 2, 29))),
            engine.next(new Visit("b", LocalDate.of(2020, 2, 29))),
            engine.next(new Visit("a", LocalDate.of(2020, 3, 1))));

    assertEquals(
        List.of(
            new VisitView.Seen(0, LocalDateTime.of(2020, 2, 29, 0, 0)),
            new VisitView.Seen(0, LocalDateTime.of(2020, 2, 29, 0, 0)),
            new VisitView.Seen(1, LocalDateTime.of(2020, 3, 1, 0, 0))),
        features);
  }

  @Test
  void countsEntitiesAlsoBeyondTheFirstTable() {
    var engine = new PointInTime<>(new Payment.View(), new AsOf.Event(), Ties.ROW_ORDER);

    for (int round = 0; round < 2; round++) {
      for (long payer = 0; payer < 10_000; payer++) {
        assertEquals(round, engine.next(Payment.of(payer << 32, round, 1)).count());
      }
    }

    assertEquals(10_000, engine.entities());
  }

  @ParameterizedTest
  @EnumSource
  void rowsWithoutAnEntityHaveNoHistory(Ties ties) {
    var engine = new PointInTime<>(new NobodysView(), new AsOf.Event(), ties);

    engine.next(new Nobodys(1));

    assertEquals(new VisitView.Seen(0, LocalDateTime.MIN), engine.next(new Nobodys(1)));
    assertEquals(0, engine.entities());
  }

  private static List<Integer> counts(Ties ties, Payment... rows) {
    return replay(new AsOf.Event(), ties, rows).stream().map(Payment.Features::count).toList();
  }

  private static List<Payment.Features> replay(AsOf asOf, Ties ties, Payment... rows) {
    var engine = new PointInTime<>(new Payment.View(), asOf, ties);
    List<Payment.Features> features = new ArrayList<>();
    for (Payment row : rows) {
      features.add(engine.next(row));
    }
    return features;
  }

  record Visit(@Entity String visitor, @EventTime LocalDate day) {}

  /** Counts visits. */
  record VisitView() implements FeatureView<Visit, VisitView.Seen> {
    record Seen(int visits, LocalDateTime asOf) {}

    @Override
    public Class<Visit> rowType() {
      return Visit.class;
    }

    @Override
    public Class<Seen> featureType() {
      return Seen.class;
    }

    @Override
    public History<Visit, Seen> history() {
      return new Counter<>();
    }
  }

  record Nobodys(int value) {}

  /** Counts rows, though there is nobody whose rows they are. */
  record NobodysView() implements FeatureView<Nobodys, VisitView.Seen> {
    @Override
    public Class<Nobodys> rowType() {
      return Nobodys.class;
    }

    @Override
    public Class<VisitView.Seen> featureType() {
      return VisitView.Seen.class;
    }

    @Override
    public History<Nobodys, VisitView.Seen> history() {
      return new Counter<>();
    }
  }

  /** Counts what it observes. */
  private static final class Counter<R extends Record> implements History<R, VisitView.Seen> {
    private int rows;

    @Override
    public VisitView.Seen features(R row, LocalDateTime asOf) {
      return new VisitView.Seen(rows, asOf);
    }

    @Override
    public void observe(R row) {
      rows++;
    }
  }
}
