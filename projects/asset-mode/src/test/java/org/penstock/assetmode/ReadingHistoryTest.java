package org.penstock.assetmode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;

class ReadingHistoryTest {

  private static final LocalDateTime START = LocalDateTime.of(2022, 5, 3, 1, 26);

  @Test
  void aFirstReadingHasNoPast() {
    SensorWindow window = speed(List.of(reading(0, 7)));

    assertEquals(OptionalDouble.of(7), window.now());
    assertEquals(OptionalDouble.of(7), window.mean30());
    assertEquals(OptionalDouble.empty(), window.change2());
    assertEquals(OptionalDouble.empty(), window.slope5());
    assertEquals(OptionalDouble.empty(), window.jitter30());
  }

  /** Four a minute, exactly: the window of five minutes holds the last five readings. */
  @Test
  void aRampHasItsSlope() {
    SensorWindow window = speed(ramp(0, 20, 4));

    assertEquals(76, window.now().orElseThrow());
    assertEquals(8, window.change2().orElseThrow());
    assertEquals(12, window.change3().orElseThrow());
    assertEquals(20, window.change5().orElseThrow());
    assertEquals(68, window.mean5().orElseThrow(), 1e-12);
    assertEquals(48, window.mean15().orElseThrow(), 1e-12);
    assertEquals(4, window.slope5().orElseThrow(), 1e-12);
    assertEquals(4, window.slope15().orElseThrow(), 1e-12);
    assertEquals(4, window.jitter15().orElseThrow(), 1e-12);
  }

  @Test
  void startingAndStoppingDifferInDirection() {
    assertEquals(
        -speed(ramp(0, 20, 4)).slope5().orElseThrow(),
        speed(ramp(0, 20, -4)).slope5().orElseThrow(),
        1e-12);
  }

  @Test
  void missingCellsLeaveWindowsAsTheyAre() {
    List<Reading> readings = new ArrayList<>(ramp(0, 20, 4));
    readings.set(19, missing(19));

    SensorWindow window = speed(readings);

    assertEquals(OptionalDouble.empty(), window.now());
    assertEquals(66, window.mean5().orElseThrow(), 1e-12);
    assertEquals(4, window.slope5().orElseThrow(), 1e-12);
    assertEquals(72 - 68, window.change2().orElseThrow());
  }

  @Test
  void aGapEmptiesTheWindows() {
    List<Reading> readings = new ArrayList<>(ramp(0, 20, 4));
    readings.add(reading(60, 1000));

    assertEquals(speed(List.of(reading(60, 1000))), speed(readings));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 31, 60, 500})
  void theLastHalfHourIsAllThatCounts(int minutes) {
    List<Reading> readings = noise(600);

    assertEquals(
        features(readings.subList(600 - minutes, 600)),
        features(readings),
        "the same features from a window of %d minutes".formatted(minutes));
  }

  @Test
  void lessThanHalfAnHourIsNotEnough() {
    List<Reading> readings = noise(600);

    assertNotEquals(features(readings.subList(580, 600)), features(readings));
  }

  @Test
  void readingsOfAnotherAssetDoNotCount() {
    List<Reading> readings = new ArrayList<>(ramp(0, 20, 4));
    Reading last = readings.removeLast();
    Reading other =
        new Reading(
            last.timestamp(),
            "A002",
            last.motorCurrentA(),
            last.shaftSpeedRpm(),
            last.vibrationMmS(),
            last.bearingTempC(),
            last.dischargePressureKpa(),
            last.flowM3H(),
            last.oilTempC(),
            last.inletValvePct(),
            last.operationalMode(),
            last.part());
    readings.add(other);

    assertEquals(OptionalDouble.empty(), speed(readings).change2());
  }

  private static SensorWindow speed(List<Reading> readings) {
    return features(readings).shaftSpeed();
  }

  private static ModeFeatures features(List<Reading> readings) {
    PointInTime<Reading, ModeFeatures> engine =
        new PointInTime<>(new AssetMode().view(), new AsOf.Event(), Ties.UNSEEN);
    return readings.stream().map(engine::next).toList().getLast();
  }

  private static List<Reading> ramp(int from, int count, double step) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(reading(from + i, step * i));
    }
    return readings;
  }

  private static List<Reading> noise(int count) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(i % 17 == 5 ? missing(i) : reading(i, (i * 7919L) % 1009));
    }
    return readings;
  }

  private static Reading missing(int minute) {
    return reading(minute, OptionalDouble.empty());
  }

  private static Reading reading(int minute, double speed) {
    return reading(minute, OptionalDouble.of(speed));
  }

  private static Reading reading(int minute, OptionalDouble speed) {
    OptionalDouble none = OptionalDouble.empty();
    return new Reading(
        START.plusMinutes(minute),
        "A001",
        none,
        speed,
        none,
        none,
        none,
        none,
        none,
        none,
        OperatingMode.IDLE,
        Optional.empty());
  }
}
