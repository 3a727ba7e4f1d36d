package org.penstock.hospitalload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penstock.table.Csv;

class SampleLoadsTest {

  @Test
  void keepsTheContractAndEveryHour() throws IOException {
    List<HourlyLoad> loads = Csv.read("sample.csv", HourlyLoad.class, sample(7, 365)).good();

    assertEquals(8_760, loads.size());
    assertEquals(LocalDateTime.parse("2015-01-01T01:00"), loads.getFirst().ds());
    assertEquals(LocalDateTime.parse("2016-01-01T00:00"), loads.getLast().ds());
  }

  /** A Thursday by the stamps is a Sunday, and 4 July a holiday. */
  @Test
  void hasTheQuirks() throws IOException {
    List<String> lines = sample(7, 365).lines().skip(1).toList();

    assertTrue(at(lines, "2015-06-09 12:00:00") > at(lines, "2015-06-11 12:00:00") + 200);
    assertTrue(at(lines, "2015-06-09 12:00:00") > at(lines, "2015-07-04 12:00:00") + 200);
  }

  private static double at(List<String> lines, String stamp) {
    return lines.stream()
        .filter(line -> line.startsWith(stamp + ","))
        .mapToDouble(line -> Double.parseDouble(line.substring(stamp.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static String sample(long seed, int days) throws IOException {
    StringBuilder csv = new StringBuilder();
    new HospitalLoad().writeSample(seed, days, csv);
    return csv.toString();
  }
}
