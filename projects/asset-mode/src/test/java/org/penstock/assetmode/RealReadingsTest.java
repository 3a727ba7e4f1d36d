package org.penstock.assetmode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.penstock.feature.sample.RealData;

/**
 * All real readings, against what pandas says of them; see {@code pandas_windows.py}. Means and
 * roots differ from pandas in their last bits, so that a digest of them would differ too: of each
 * feature are compared how many there are, exactly, and two sums that a wrong value or row would
 * change.
 */
class RealReadingsTest {

  private static final double TOLERANCE = 1e-11;
  private static final int WEIGHTS = 97;

  /** What a feature adds up to; {@code weighted} by 1 to 97, again and again. */
  private static final class Sums {
    private long count;
    private double absolute;
    private double weighted;

    private void add(int row, double value) {
      if (!Double.isNaN(value)) {
        count++;
        absolute += Math.abs(value);
        weighted += value * (row % WEIGHTS + 1);
      }
    }
  }

  @Test
  void everyFeatureAddsUpToThatOfPandas() throws Exception {
    List<Reading> readings = readings();
    Sums[] sums = new Sums[96];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new Sums();
    }
    int row = 0;
    for (double[] features : (Iterable<double[]>) ReadingFile.features(readings)::iterator) {
      for (int i = 0; i < sums.length; i++) {
        sums[i].add(row, features[i]);
      }
      row++;
    }

    List<String> pandas = pandas();
    assertEquals(sums.length, pandas.size());
    for (int i = 0; i < sums.length; i++) {
      String[] cells = pandas.get(i).split(",");
      double most = TOLERANCE * sums[i].absolute;
      assertEquals(Long.parseLong(cells[1]), sums[i].count, cells[0]);
      assertEquals(Double.parseDouble(cells[2]), sums[i].absolute, most, cells[0]);
      assertEquals(Double.parseDouble(cells[3]), sums[i].weighted, most * WEIGHTS, cells[0]);
    }
  }

  @Test
  void areWhatTheDocumentsSay() throws Exception {
    List<Reading> readings = readings();

    assertEquals(71_680 + 22_400 + 22_349 - 136, readings.size());
    assertEquals(40, readings.stream().map(Reading::assetId).distinct().count());
  }

  private static List<String> pandas() throws Exception {
    try (InputStream in = RealReadingsTest.class.getResourceAsStream("real-sums.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  private static List<Reading> readings() throws Exception {
    Path folder = RealData.require("asset-mode");
    List<Reading> readings = new ArrayList<>();
    for (String part : List.of("training", "validation", "test")) {
      Path file = folder.resolve(part + "_data.csv.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        readings.addAll(ReadingFile.read(part, in));
      }
    }
    return ReadingFile.ordered(readings.stream());
  }
}
