package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** Two kinds of days of three hours, and a slope of the third feature by hour. */
class CellsScorerTest {

  private static final CellsScorer.Term MIDDLES =
      new CellsScorer.Term(
          new int[] {0, 1},
          new int[] {0, 7},
          new int[] {2, 3},
          OptionalInt.empty(),
          0,
          new double[] {1, 2, 3, 10, 20, 30});

  private static final CellsScorer.Term SLOPES =
      new CellsScorer.Term(
          new int[] {1},
          new int[] {7},
          new int[] {3},
          OptionalInt.of(2),
          0.5,
          new double[] {0, 4, 8});

  private static final CellsScorer SCORER =
      new CellsScorer(100, List.of(MIDDLES, SLOPES), new boolean[] {true, false, false});

  @ParameterizedTest
  @CsvSource({
    "0, 7, 0.5, 101", "0, 9, 0.5, 103", "1, 7, 0.5, 110", "1, 8, 1.5, 124", "1, 9, 0, 126",
    // Never seen, or missing: what is left of the terms answers.
    "1, 10, 9, 100", "1, 6, 9, 100", "2, 8, 1.5, 104", "NaN, 8, 1.5, 104", "0, 7.5, 1, 100",
    "0, 9, NaN, 103",
  })
  void addsWhatTheCellsSay(double day, double hour, double warmth, double expected) {
    assertEquals(expected, SCORER.output(new double[] {day, hour, warmth}, 0));
  }

  @Test
  void refusesCellsWithoutValues() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new CellsScorer.Term(
                new int[] {0},
                new int[] {0},
                new int[] {2},
                OptionalInt.empty(),
                0,
                new double[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CellsScorer(0, List.of(SLOPES), new boolean[] {false, false}));
  }

  @Test
  void aBundleKeepsTheFuture() {
    ModelBundle bundle = bundle();

    ModelBundle read = ModelBundle.read(bundle.toBytes());

    assertEquals(
        new String(bundle.toBytes(), StandardCharsets.UTF_8),
        new String(read.toBytes(), StandardCharsets.UTF_8));
    assertEquals(124, read.scorer().output(new double[] {1, 8, 1.5}, 0));
    Outlook outlook = read.outlook().orElseThrow();
    assertEquals(LocalDateTime.parse("2016-01-01T03:00"), outlook.time(3));
    assertArrayEquals(
        new double[] {5, -2, 2.5, -1, 1.25},
        new double[] {
          outlook.correction(1),
          outlook.correction(2),
          outlook.correction(3),
          outlook.correction(4),
          outlook.correction(5)
        });
    Interval interval = read.interval().orElseThrow();
    assertEquals(2, interval.size(new double[] {0, 8, 0}));
    assertEquals(9, interval.size(new double[] {0, 10, 0}));
  }

  private static ModelBundle bundle() {
    return new ModelBundle(
            "hours",
            List.of(
                column("day", Kind.CATEGORY, List.of("A", "B")),
                column("hour", Kind.INT, List.of()),
                column("warmth", Kind.DOUBLE, List.of())),
            List.of("0", "1"),
            SCORER,
            new Calibration.None(),
            0.5,
            new ModelCard("Hours", "cells", "cells", new TreeMap<>(), 10, new TreeMap<>()))
        .with(new Interval(0.9, OptionalInt.of(1), 7, new double[] {1, 2, 3}, 9))
        .with(
            new Outlook(
                LocalDateTime.parse("2016-01-01T00:00"),
                Duration.ofHours(1),
                0.5,
                new double[] {10, -4}));
  }

  private static Column column(String name, Kind kind, List<String> levels) {
    return new Column(
        name,
        kind,
        false,
        levels,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(Role.FEATURE),
        false,
        "");
  }
}
