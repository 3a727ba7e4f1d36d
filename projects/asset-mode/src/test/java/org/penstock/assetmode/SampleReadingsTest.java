package org.penstock.assetmode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.RepairSettings;
import org.penstock.feature.ArrivalOrder;
import org.penstock.feature.RepairCounts;
import org.penstock.feature.Repairs;
import org.penstock.row.Part;
import org.penstock.row.RowSchema;
import org.penstock.table.CsvReader;

class SampleReadingsTest {

  private static final RowSchema<Reading> SCHEMA = RowSchema.of(Reading.class);
  private static final List<Reading> READINGS = SampleReadings.of(11, 20);

  @Test
  void isReadBackAsItWasDrawn() throws Exception {
    List<Reading> read = new ArrayList<>();

    new CsvReader<>(SCHEMA)
        .read(
            "sample",
            new ByteArrayInputStream(csv(11, 20).getBytes(StandardCharsets.UTF_8)),
            read::add,
            bad -> {
              throw new AssertionError(bad);
            });

    assertEquals(READINGS, read);
  }

  @Test
  void hasEveryMode() {
    Set<OperatingMode> modes = new HashSet<>();
    READINGS.forEach(reading -> modes.add(reading.operationalMode()));

    assertEquals(Set.of(OperatingMode.values()), modes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void noAssetIsInTwoParts(int assets) {
    Set<List<Object>> parts = new HashSet<>();
    SampleReadings.of(1, assets)
        .forEach(reading -> parts.add(List.of(reading.assetId(), reading.part().orElseThrow())));

    assertEquals(assets, parts.size());
    assertTrue(parts.stream().anyMatch(part -> part.contains(Part.TEST)));
  }

  @Test
  void hasMissingCells() {
    long missing = READINGS.stream().filter(reading -> reading.flowM3H().isEmpty()).count();

    assertEquals(.014, missing / (double) READINGS.size(), .004);
  }

  @Test
  void hasRowsOutOfOrder() {
    ArrivalOrder<Reading> order = new ArrivalOrder<>(SCHEMA);

    READINGS.forEach(order::add);

    assertTrue(order.late() > 50, "late rows: " + order.late());
  }

  @Test
  void hasDuplicatesGapsAndStuckSensors() {
    RepairSettings rules =
        new RepairSettings(
            RepairSettings.Duplicates.DROP_EQUAL,
            Optional.of(Duration.ofMinutes(1)),
            10,
            Optional.empty());
    Repairs<Reading> repairs = new Repairs<>(SCHEMA, rules);
    READINGS.stream()
        .sorted((one, other) -> one.timestamp().compareTo(other.timestamp()))
        .forEach(repairs::next);
    repairs.rest();

    RepairCounts found = repairs.counts();
    assertTrue(found.equalRows() > 10, found.toString());
    assertTrue(found.gaps() >= 15, found.toString());
    assertTrue(found.stuck().size() >= 3, found.toString());
    assertEquals(0, found.conflicts(), found.toString());
  }

  private static String csv(long seed, int assets) throws IOException {
    StringBuilder csv = new StringBuilder();
    new AssetMode().writeSample(seed, assets, csv);
    return csv.toString();
  }
}
