package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.RepairSettings;
import org.penstock.config.RepairSettings.Duplicates;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Range;
import org.penstock.row.RowSchema;

class RepairsTest {

  private static final LocalDateTime START = LocalDateTime.of(2022, 5, 3, 23, 57);

  record Beat(
      @EventTime LocalDateTime at,
      @Entity String pump,
      OptionalDouble speed,
      @Range(min = 0, max = 100) OptionalDouble valve) {}

  @ParameterizedTest
  @CsvSource({
    "KEEP, '1 1 2', 0, 0, 2",
    "DROP_EQUAL, '1 2', 1, 0, 1",
    "KEEP_FIRST, '1', 1, 1, 0",
    "KEEP_LAST, '2', 1, 1, 0"
  })
  void treatsRowsOfOneTimeByTheRule(
      Duplicates rule, String kept, long equal, long other, long conflicts) {
    Repairs<Beat> repairs = repairs(new RepairSettings(rule, step(), 0, Optional.empty()));

    List<Beat> rows = repaired(repairs, beat(0, "A", 1), beat(0, "A", 1), beat(0, "A", 2));

    assertEquals(kept, speeds(rows));
    RepairCounts counts = repairs.counts();
    assertEquals(
        List.of(equal, other, conflicts),
        List.of(counts.equalRows(), counts.otherRows(), counts.conflicts()));
  }

  @Test
  void rowsOfOthersAtTheSameTimeAreNoDuplicates() {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP_FIRST, step(), 0, Optional.empty()));

    assertEquals("1 1", speeds(repaired(repairs, beat(0, "A", 1), beat(0, "B", 1))));
  }

  @Test
  void countsWhatIsAbsentOfEachEntity() {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP, step(), 0, Optional.empty()));

    repaired(
        repairs,
        beat(0, "A", 1),
        beat(1, "A", 1),
        beat(1, "B", 1),
        beat(5, "A", 1),
        beat(6, "A", 1));

    assertEquals(1, repairs.counts().gaps());
    assertEquals(3, repairs.counts().absent());
    assertEquals(0, repairs.counts().irregular());
  }

  @Test
  void countsRowsOffTheStep() {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP, step(), 0, Optional.empty()));
    Beat early =
        new Beat(START.plusSeconds(30), "A", OptionalDouble.empty(), OptionalDouble.empty());

    repaired(repairs, beat(0, "A", 1), early, beat(3, "A", 1));

    assertEquals(2, repairs.counts().irregular());
    assertEquals(1, repairs.counts().gaps());
  }

  @Test
  void takesAReadingForMissingOnceItWasRepeatedTooOften() {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP, Optional.empty(), 3, Optional.empty()));

    List<Beat> rows =
        repaired(
            repairs,
            beat(0, "A", 7),
            beat(1, "A", 7),
            beat(1, "B", 7),
            beat(2, "A", 7),
            beat(3, "A", 7),
            beat(4, "A", 8),
            beat(5, "A", 7));

    assertEquals("7 7 7 - - 8 7", speeds(rows));
    assertEquals(Map.of("speed", 2L), repairs.counts().stuck());
  }

  @Test
  void missingCellsDoNotFreeAStuckSensor() {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP, Optional.empty(), 2, Optional.empty()));
    Beat missing =
        new Beat(START.plusMinutes(1), "A", OptionalDouble.empty(), OptionalDouble.empty());

    assertEquals("7 - -", speeds(repaired(repairs, beat(0, "A", 7), missing, beat(2, "A", 7))));
    assertEquals(Map.of("speed", 1L), repairs.counts().stuck());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "100, 0", "50, 2"})
  void aSensorAtTheEndOfItsRangeIsNotStuck(double valve, long stuck) {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP, Optional.empty(), 2, Optional.empty()));
    List<Beat> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.add(
          new Beat(START.plusMinutes(i), "A", OptionalDouble.empty(), OptionalDouble.of(valve)));
    }

    repaired(repairs, rows.toArray(Beat[]::new));

    assertEquals(stuck, repairs.counts().stuck().getOrDefault("valve", 0L));
  }

  @Test
  void refusesRowsThatWereNotSorted() {
    Repairs<Beat> repairs =
        repairs(new RepairSettings(Duplicates.KEEP, Optional.empty(), 0, Optional.empty()));
    repairs.next(beat(1, "A", 1));

    assertThrows(DisorderException.class, () -> repairs.next(beat(0, "A", 1)));
  }

  @Test
  void refusesRulesForRowsWithoutATime() {
    record Timeless(int number) {}
    RepairSettings rules = new RepairSettings(Duplicates.KEEP, step(), 0, Optional.empty());

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Repairs<>(RowSchema.of(Timeless.class), rules));

    assertEquals("Rows without an event time have no order to repair them by", thrown.getMessage());
  }

  private static Optional<Duration> step() {
    return Optional.of(Duration.ofMinutes(1));
  }

  private static Beat beat(int minute, String pump, double speed) {
    return new Beat(
        START.plusMinutes(minute), pump, OptionalDouble.of(speed), OptionalDouble.of(minute % 90));
  }

  private static Repairs<Beat> repairs(RepairSettings rules) {
    return new Repairs<>(RowSchema.of(Beat.class), rules);
  }

  private static List<Beat> repaired(Repairs<Beat> repairs, Beat... rows) {
    return repairs.all(List.of(rows));
  }

  private static String speeds(List<Beat> rows) {
    return String.join(
        " ",
        rows.stream()
            .map(row ->
                row.speed().isPresent() ? Integer.toString((int) row.speed().getAsDouble()) : "-")
            .toList());
  }
}
