package org.penstock.hospitalload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.penstock.feature.sample.RealData;
import org.penstock.table.Csv;

/** The real file: its contract, its features, and the quirks that the features rest on. */
class RealLoadTest {

  /** SHA-256 of the features of all hours, as the script prints it. */
  private static final String PANDAS =
      "f2d32bd626f8832806e84feb9001265b1625e4a5ecbe182bae5710cd15d4a3da";

  /** The hours of the first 80 %, from which the building's time was read. */
  private static final int SEEN = 7008;

  @Test
  void everyFeatureOfEveryHourEqualsPandas() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<HourlyLoad> loads = loads();
    for (HourlyLoad load : loads) {
      digest.update((FeatureLine.of(load.ds()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    assertEquals(8_760, loads.size());
    assertEquals(PANDAS, HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void noHourIsAbsentOrTwice() throws Exception {
    List<HourlyLoad> loads = loads();
    for (int i = 1; i < loads.size(); i++) {
      assertEquals(Duration.ofHours(1), Duration.between(loads.get(i - 1).ds(), loads.get(i).ds()));
    }
  }

  /** By the stamps a Thursday is a Sunday; at 10 the types lie 160 kW apart and more. */
  @Test
  void theBuildingsWeekIsAheadOfTheStamps() throws Exception {
    assertTrue(mean(DayType.WORKDAY, 10) > mean(DayType.SATURDAY, 10) + 160);
    assertTrue(mean(DayType.SATURDAY, 10) > mean(DayType.SUNDAY_OR_HOLIDAY, 10) + 160);
  }

  /** On every workday but two the house wakes up between 3 and 4 by its own clock. */
  @Test
  void everyWorkdayBeginsAtFour() throws Exception {
    long awake = hours(DayType.WORKDAY, 4).filter(load -> load.y() > 850).count();
    long asleep = hours(DayType.WORKDAY, 3).filter(load -> load.y() < 850).count();

    assertTrue(awake >= hours(DayType.WORKDAY, 4).count() - 2, awake + " awake");
    assertTrue(asleep >= hours(DayType.WORKDAY, 3).count() - 2, asleep + " asleep");
  }

  private static double mean(DayType type, int hour) throws Exception {
    return hours(type, hour).mapToDouble(HourlyLoad::y).average().orElseThrow();
  }

  private static Stream<HourlyLoad> hours(DayType type, int hour) throws Exception {
    return loads().subList(0, SEEN).stream()
        .filter(load -> FeatureLine.features(load.ds()).dayType() == type)
        .filter(load -> FeatureLine.features(load.ds()).hour() == hour);
  }

  private static List<HourlyLoad> loads() throws Exception {
    Path file = RealData.require("hospital-load/SF_hospital_load.csv");
    try (InputStream in = Files.newInputStream(file)) {
      return Csv.read("loads.csv", HourlyLoad.class, in).good();
    }
  }
}
