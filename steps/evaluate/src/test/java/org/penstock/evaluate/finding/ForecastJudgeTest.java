package org.penstock.evaluate.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.penstock.config.ForecastSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Sixty hours, in seasons of four, that rise by 1 every season. */
class ForecastJudgeTest {

  private static final int HOURS = 60;
  private static final ForecastSettings SETTINGS =
      new ForecastSettings(
          List.of(Duration.ofHours(4)), Duration.ofHours(4), 0.5, Duration.ofHours(4));

  private final Dataset dataset = dataset();
  private final Split split =
      new Split(IntStream.range(0, 40).toArray(), IntStream.range(40, HOURS).toArray());
  private final ForecastJudge judge =
      new ForecastJudge(SETTINGS, dataset, new Bootstrap(20, 0.9, 1));

  /** At once the last season that was known is repeated: off by 1 to 5. From day to day by 1. */
  @Test
  void showsNaiveForecastsBesideTheModel() {
    ForecastFindings found =
        judge.judge(split, said(split.test(), 0.5), Optional.of(rolling(0.25)));

    assertEquals(3, found.test().naiveErrors().get("naive-4h").value(), 1e-12);
    assertEquals(0.5 / 3, found.metrics().get("mae-vs-naive-4h").value(), 1e-12);
    assertEquals(0.25, found.metrics().get("rolling-mae").value(), 1e-12);
    assertEquals(0.25, found.metrics().get("rolling-mae-vs-naive-4h").value(), 1e-12);
    assertEquals(LocalDateTime.parse("1970-01-02T16:00"), found.test().times().getFirst());
    assertEquals(List.of(), found.notBeaten());
  }

  @Test
  void saysThatANaiveForecastIsNotBeaten() {
    ForecastFindings found = judge.judge(split, said(split.test(), 7), Optional.empty());

    assertEquals(
        List.of(
            "The model is not better than naive-4h beyond doubt: its error is 2.33 of that one's."),
        found.notBeaten());
    assertTrue(found.rolling().isEmpty());
  }

  @Test
  void refusesRollingForecastsOfOtherRows() {
    Alternative other = new Alternative("rolling", "cells", new int[] {50}, new double[] {1});

    assertThrows(
        IllegalArgumentException.class,
        () -> judge.judge(split, said(split.test(), 1), Optional.of(other)));
  }

  private NumberPredictions said(int[] rows, double error) {
    double[] targets = IntStream.of(rows).mapToDouble(ForecastJudgeTest::load).toArray();
    double[] numbers = IntStream.of(rows).mapToDouble(row -> load(row) + error).toArray();
    return new NumberPredictions(targets, numbers, judge.blocks(rows));
  }

  private static Alternative rolling(double error) {
    int[] rows = IntStream.range(30, HOURS).toArray();
    return new Alternative(
        "rolling",
        "cells",
        rows,
        IntStream.of(rows).mapToDouble(row -> load(row) + error).toArray());
  }

  private static double load(int row) {
    return 100 + row / 4 + 10 * (row % 4);
  }

  private static Dataset dataset() {
    return Dataset.of(
        new ColumnTable(
            List.of(
                column("hour", Kind.INT, Role.FEATURE),
                column("load", Kind.DOUBLE, Role.LABEL),
                column("at", Kind.TIMESTAMP, Role.EVENT_TIME)),
            List.of(
                new Numbers(IntStream.range(0, HOURS).mapToDouble(row -> row % 4).toArray()),
                new Numbers(
                    IntStream.range(0, HOURS).mapToDouble(ForecastJudgeTest::load).toArray()),
                new Longs(LongStream.range(0, HOURS).map(row -> row * 3_600_000_000L).toArray())),
            HOURS));
  }

  private static Column column(String name, Kind kind, Role role) {
    return new Column(
        name,
        kind,
        false,
        List.of(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(role),
        false,
        "");
  }
}
