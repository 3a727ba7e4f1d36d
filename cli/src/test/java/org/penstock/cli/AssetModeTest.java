package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.Sha256;
import org.penstock.dataset.Dataset;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.scoring.ModelBundle;
import org.penstock.table.ParquetColumns;

/**
 * Windows of readings posted to the service of a sample run, and what the features of the run say
 * of the same readings.
 */
class AssetModeTest {

  /** More than the half hour that counts, for cells are missing. */
  private static final int WINDOW = 40;

  private static final SampleLines LINES = BadReadingsTest.LINES;

  private static Served served;

  /** By asset and minute, what the batch features of the reading give. */
  private static Map<List<Object>, Mode> batch;

  /** What is said of a reading. */
  private record Mode(String label, Map<String, Double> probabilities) {}

  @BeforeAll
  static void serve(@TempDir Path directory) throws Exception {
    ProjectRuns runs = BadReadingsTest.runs(directory);
    Map<String, String> digests =
        runs.run(
                LINES, "--json", "--approve-as=ada", "--reason=to post windows", "--despite-policy")
            .document()
            .digests();
    batch =
        batch(
            ModelBundle.read(runs.open().fetch(Sha256.parse(digests.get("train/model")))),
            runs.open().fetch(Sha256.parse(digests.get("features/training"))));
    served = runs.serve();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** Raw: in the order of the file, twice where they come twice, of sensors that stand still. */
  @ParameterizedTest
  @ValueSource(ints = {700, 800, 890})
  void saysOfRawReadingsWhatTheRunSaysOfThem(int end) throws Exception {
    Map<Object, Object> expected = new HashMap<>();
    for (List<String> own : assets()) {
      List<Object> last = key(own.get(end));
      expected.put(last.getFirst(), last.getLast());
    }
    List<String> raw =
        LINES.rows().stream()
            .filter(line ->
                !((LocalDateTime) key(line).getLast())
                    .isAfter((LocalDateTime) expected.get(key(line).getFirst())))
            .toList();
    expected.replaceAll((asset, time) -> batch.get(List.of(asset, time)));

    Map<String, Object> answer = answer(raw);

    Map<Object, Object> answers = new HashMap<>();
    Served.predictions(answer).forEach(one -> answers.put(one.get("id"), mode(one)));
    assertEquals(expected, answers);
    Map<?, ?> repairs = (Map<?, ?>) answer.get("repairs");
    assertTrue(
        repairs.keySet().containsAll(Set.of("late_rows", "equal_rows", "gaps", "stuck")),
        repairs::toString);
  }

  /** Where no sensor stands still, what is further back does not count. */
  @Test
  void needsNoMoreThanTheWindow() throws Exception {
    Set<String> labels = new HashSet<>();
    for (List<String> own : assets()) {
      for (int end = 10; end < 890; end += 40) {
        List<String> window = own.subList(Math.max(0, end - WINDOW), end);
        if (stuck(own.subList(0, end)) == stuck(own.subList(0, Math.max(0, end - WINDOW)))) {
          Map<?, ?> answer = post(window.reversed()).getFirst();
          assertEquals(batch.get(key(window.getLast())), mode(answer), window.getLast());
          labels.add((String) answer.get("class"));
        }
      }
    }
    assertTrue(labels.size() >= 3, labels::toString);
  }

  private static long stuck(List<String> lines) throws Exception {
    Map<?, ?> repairs = (Map<?, ?>) answer(lines).get("repairs");
    return repairs.get("stuck") instanceof Map<?, ?> columns
        ? columns.values().stream().mapToLong(count -> ((Number) count).longValue()).sum()
        : 0;
  }

  @Test
  void saysByIdTheLatestModeOfAnAsset() throws Exception {
    for (List<String> own : assets()) {
      List<Object> last = key(own.getLast());

      Map<String, Object> answer = served.prediction((String) last.getFirst());

      assertEquals(last.getFirst(), answer.get("id"));
      assertEquals(last.getLast(), LocalDateTime.parse((String) answer.get("event_time")));
      assertEquals(batch.get(last), mode(answer));
      assertEquals(batch.get(last), mode(post(own).getFirst()));
    }
  }

  @Test
  void knowsNothingOfAnotherAsset() throws Exception {
    assertEquals(404, served.status("A999"));
  }

  /** The readings of each asset in the order of their minutes, those that come twice once. */
  private static List<List<String>> assets() {
    return IntStream.rangeClosed(1, BadReadingsTest.ASSETS)
        .mapToObj(asset ->
            LINES.rows().stream()
                .filter(line -> LINES.cell(line, "asset_id").equals("A00" + asset))
                .distinct()
                .sorted(Comparator.comparing(line -> LINES.cell(line, "timestamp")))
                .toList())
        .toList();
  }

  /** The asset and the minute of a reading. */
  private static List<Object> key(String line) {
    String time = LINES.cell(line, "timestamp").replace(' ', 'T');
    return List.of(LINES.cell(line, "asset_id"), LocalDateTime.parse(time));
  }

  private static Map<List<Object>, Mode> batch(ModelBundle bundle, Path file) throws IOException {
    ColumnTable table =
        ParquetColumns.read(file, ParquetColumns.columns(file).stream().map(Column::name).toList());
    ColumnTable.Texts assets = (ColumnTable.Texts) table.data("asset_id");
    Dataset dataset = Dataset.of(table);
    double[] row = new double[dataset.features().size()];
    double[] said = new double[bundle.width()];
    Map<List<Object>, Mode> modes = new HashMap<>();
    for (int i = 0; i < dataset.rows(); i++) {
      dataset.example(i, row);
      bundle.predict(row, said);
      String asset = assets.dictionary().get(assets.codes()[i]);
      modes.put(List.of(asset, time(dataset.times()[i])), mode(bundle.labels(), said));
    }
    return modes;
  }

  private static LocalDateTime time(long micros) {
    return LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(micros, ChronoUnit.MICROS);
  }

  private static Mode mode(List<String> labels, double[] said) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    int best = 0;
    for (int k = 0; k < said.length; k++) {
      probabilities.put(labels.get(k), said[k]);
      best = said[k] > said[best] ? k : best;
    }
    return new Mode(labels.get(best), probabilities);
  }

  @SuppressWarnings("unchecked") // probabilities by label
  private static Mode mode(Map<?, ?> answer) {
    return new Mode(
        (String) answer.get("class"), (Map<String, Double>) answer.get("probabilities"));
  }

  private static List<Map<?, ?>> post(List<String> lines) throws Exception {
    return Served.predictions(answer(lines));
  }

  /** A client knows neither the mode nor a part. */
  private static Map<String, Object> answer(List<String> lines) throws Exception {
    return served.post(LINES, lines, Set.of("operational_mode", "part"));
  }
}
