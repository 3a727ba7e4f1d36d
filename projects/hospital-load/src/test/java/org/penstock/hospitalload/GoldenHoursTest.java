package org.penstock.hospitalload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The hours of days on which something happens, with the features that {@code
 * src/test/python/building_calendar.py} computes of them in pandas, from lists of dates.
 */
class GoldenHoursTest {

  @Test
  void equalsPandas() throws IOException {
    try (InputStream in = GoldenHoursTest.class.getResourceAsStream("golden-hours.csv")) {
      List<String> golden =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();

      assertEquals(16 * 24, golden.size());
      golden.forEach(line -> assertEquals(line, computed(line)));
    }
  }

  private static String computed(String line) {
    return FeatureLine.of(LocalDateTime.parse(line.split(",")[0].replace(' ', 'T')));
  }
}
