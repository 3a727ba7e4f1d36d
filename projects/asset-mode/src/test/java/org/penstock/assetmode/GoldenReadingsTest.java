package org.penstock.assetmode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Invented readings of two assets with missing cells and gaps, and of every sixth the windows that
 * {@code src/test/python/pandas_windows.py} computes on a grid of minutes: equal but for the last
 * bits, for sums are taken in another order there.
 */
class GoldenReadingsTest {

  /** Of the value, or of 1 where that is more; the file has nine digits. */
  private static final double TOLERANCE = 1e-8;

  @Test
  void everyWindowEqualsPandas() throws Exception {
    List<Reading> readings;
    try (InputStream in = GoldenReadingsTest.class.getResourceAsStream("golden-readings.csv")) {
      readings = ReadingFile.ordered(ReadingFile.read("golden-readings.csv", in).stream());
    }
    List<double[]> features = ReadingFile.features(readings).toList();
    List<String> golden = lines("golden-features.csv");
    List<String> names = List.of(golden.getFirst().split(","));

    assertEquals(200, readings.size());
    assertEquals(1 + IntStream.range(0, 200).filter(i -> i % 6 == 2).count(), golden.size());
    for (int line = 1; line < golden.size(); line++) {
      String[] cells = golden.get(line).split(",", -1);
      int row = 2 + 6 * (line - 1);
      assertEquals(readings.get(row).assetId(), cells[1]);
      assertEquals(98, cells.length);
      assertEquals(96, features.get(row).length);
      for (int i = 2; i < cells.length; i++) {
        String where = names.get(i) + " of " + cells[1] + " at " + cells[0];
        assertClose(cells[i], features.get(row)[i - 2], where);
      }
    }
  }

  @Test
  void holdsWhatBreaksWindows() throws IOException {
    List<String> golden = lines("golden-features.csv");
    String all = String.join("\n", golden);

    assertTrue(all.contains(",,,,"), "windows without a reading");
    assertTrue(golden.stream().skip(1).anyMatch(line -> !line.contains(",,")), "full windows");
  }

  private static void assertClose(String expected, double actual, String where) {
    double value = expected.isEmpty() ? Double.NaN : Double.parseDouble(expected);
    double most = expected.isEmpty() ? 0 : TOLERANCE * Math.max(1, Math.abs(value));
    assertEquals(value, actual, most, where);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = GoldenReadingsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
