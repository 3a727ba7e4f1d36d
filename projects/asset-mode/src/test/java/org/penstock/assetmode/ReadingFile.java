package org.penstock.assetmode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.row.RowSchema;
import org.penstock.table.BadRow;
import org.penstock.table.CsvReader;

/** Files as {@code src/test/python/pandas_windows.py} reads them. */
final class ReadingFile {

  private static final RowSchema<Reading> ROWS = RowSchema.of(Reading.class);
  private static final RowSchema<ModeFeatures> FEATURES = RowSchema.of(ModeFeatures.class);

  private ReadingFile() {}

  static List<Reading> read(String name, InputStream csv) throws Exception {
    List<Reading> readings = new ArrayList<>();
    List<BadRow> badRows = new ArrayList<>();
    new CsvReader<>(ROWS).given("part", "train").read(name, csv, readings::add, badRows::add);
    assertEquals(List.of(), badRows);
    return readings;
  }

  /** In the order that the script has them in: equal rows once, by time and asset. */
  static List<Reading> ordered(Stream<Reading> readings) {
    return readings
        .distinct()
        .sorted(Comparator.comparing(Reading::timestamp).thenComparing(Reading::assetId))
        .toList();
  }

  /** The features of each of {@code ordered}, as the features step computes them. */
  static Stream<double[]> features(List<Reading> ordered) {
    PointInTime<Reading, ModeFeatures> engine =
        new PointInTime<>(new AssetMode().view(), new AsOf.Event(), Ties.UNSEEN);
    return ordered.stream().map(engine::next).map(FEATURES::toNumbers);
  }
}
