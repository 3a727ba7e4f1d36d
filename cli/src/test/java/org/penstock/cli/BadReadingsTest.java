package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Sha256;
import org.penstock.cli.ProjectRuns.Edit;

/** What may be wrong with readings of assets: what a whole run says of it, and how it ends. */
class BadReadingsTest {

  private static final Predicate<String> FAULT = line -> line.contains(",fault,");

  private static final String FUTURE = "2032-01-01 00:00:00";

  /** Three of them teach, and every part has every mode. */
  static final int ASSETS = 5;

  static final SampleLines LINES = SampleLines.of("asset-mode", 5, ASSETS);

  @TempDir Path directory;

  private ProjectRuns runs = runs(Path.of(""));

  /** With few trees. */
  static ProjectRuns runs(Path directory) {
    return new ProjectRuns(
        "asset-mode",
        directory,
        List.of(
            new Edit("trees: \\[\\d+]", "trees: [5]"),
            new Edit("leaves: \\[\\d+]", "leaves: [6]"),
            new Edit("bootstrap: \\d+", "bootstrap: 20")));
  }

  @BeforeEach
  void start() {
    runs = runs(directory);
  }

  /** One column of one asset; a few bad rows are allowed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "operational_mode | running    | is 'running', expected one of [off, start_up",
        "operational_mode | ''         | is",
        "part             | exam       | is 'exam', expected one of [train, validation, test]",
        "shaft_speed_rpm  | fast       | is 'fast', expected a finite number",
        "shaft_speed_rpm  | 31000      | is '31000', expected -200 to 3000",
        "timestamp        | 2022-02-30 | is '2022-02-30', expected a"
      })
  void namesTheColumn(String column, String value, String expected) throws IOException {
    runs.run(LINES.with(line -> line.contains(",A004,"), column, value))
        .assertIs(65, "'%s' ".formatted(column) + expected);
  }

  /** What a sensor may be in every reading, and a model comes out all the same. */
  @ParameterizedTest
  @CsvSource({"shaft_speed_rpm, ''", "shaft_speed_rpm, 700", "inlet_valve_pct, 100"})
  void learnsWithoutASensorThatSaysNothing(String sensor, String value) throws IOException {
    runs.run(LINES.with(sensor, value)).assertIs(0, "evaluate   done");
  }

  @Test
  void saysThatThereIsOneModeOnly() throws IOException {
    runs.run(LINES.with("operational_mode", "idle"))
        .assertIs(65, "'operational_mode' is 'idle' in all");
  }

  @Test
  void saysThatThereIsOneAssetOnly() throws IOException {
    runs.run(LINES.only(line -> !line.matches(".*,A00[2-9],.*")))
        .assertIs(65, "The test split by given is empty");
  }

  @Test
  void saysThatTheOneAssetIsOnBothSides() throws IOException {
    runs.run(LINES.with("asset_id", "A001"))
        .assertIs(65, "1 entity(s) are in the test part and in another");
  }

  @Test
  void saysThatAModeWasNeverSeen() throws IOException {
    Predicate<String> learnt = line -> !line.endsWith(",test");

    runs.run(LINES.with(FAULT.and(learnt), "operational_mode", "full_load"))
        .assertIs(65, "The train split by given has 0 of the");
  }

  @Test
  void aModeThatIsNowhereIsNobodysProblem() throws IOException {
    runs.run(LINES.with(FAULT, "operational_mode", "full_load")).assertIs(0, "evaluate   done");
  }

  @Test
  void refusesReadingsOfTheFuture() throws IOException {
    String settings =
        runs.settings(new Edit("stuck-after: 10", "stuck-after: 10, latest: 2022-12-31"));

    runs.run(LINES.with(line -> line.contains(",A004,"), "timestamp", FUTURE), settings)
        .assertIs(65, "rows: 'timestamp' expected no later day than 2022-12-31");
    SampleLines one = LINES.with(3, "timestamp", FUTURE);
    runs.run(one, settings).assertIs(0, "1 bad row");
  }

  @Test
  void countsReadingsOfOneMinuteThatDisagree() throws IOException {
    List<String> twice = new ArrayList<>(LINES.all());
    twice.add(3, LINES.with(twice.get(2), "shaft_speed_rpm", "1234.5"));

    Map<?, ?> before = found(LINES);
    Map<?, ?> found = found(new SampleLines(twice));

    assertEquals(0L, ((Number) before.get("conflicts")).longValue());
    assertEquals(1L, ((Number) found.get("conflicts")).longValue());
    assertEquals(before.get("equal-rows"), found.get("equal-rows"));
  }

  /** Assets stay in order: rows of one minute keep the order of the file. */
  @Test
  void disorderChangesNothingButWhatIsCounted() throws IOException {
    List<String> disorder = new ArrayList<>(List.of(LINES.all().getFirst()));
    for (int asset = 1; asset <= ASSETS; asset++) {
      String id = ",A00" + asset + ",";
      disorder.addAll(LINES.rows().stream().filter(line -> line.contains(id)).toList().reversed());
    }

    Map<String, String> digests = digests(new SampleLines(disorder));

    assertEquals(digests(LINES).get("features/training"), digests.get("features/training"));
    assertEquals(digests(LINES).get("train/model"), digests.get("train/model"));
  }

  @Test
  void saysThatAFileIsCutOff() throws IOException {
    runs.run(runs.write("empty.csv", List.of()).toString())
        .assertIs(65, "is empty, expected a header");
    runs.run(LINES.only(_ -> false)).assertIs(65, "has a header and no rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "train=TRAIN            | 65 | The test split by given is empty",
        "test=TEST              | 65 | The train split by given is empty",
        "train=TRAIN,test=      | 78 | A file without a name",
        "train=TRAIN,test=NONE  | 66 | There is no file",
        "train=TRAIN,test=TRAIN | 65 | are in the test part and in another",
        "train=TRAIN,test=EMPTY | 65 | empty.csv: is empty, expected a header",
        "train=TRAIN,TEST       | 65 | column 'part' is missing (or name the part that each file is",
        "TRAIN,TEST             | 65 | column 'part' is missing (or name the part that each file is"
      })
  void saysWhichPartIsMissing(String data, int code, String expected) throws IOException {
    runs.run(files(data)).assertIs(code, expected);
  }

  @Test
  void filesNamedAsPartsAreTheFileThatSaysSo() throws IOException {
    List<String> ordered = new ArrayList<>(List.of(LINES.all().getFirst()));
    for (String part : List.of("train", "validation", "test")) {
      ordered.addAll(LINES.rows().stream().filter(line -> line.endsWith("," + part)).toList());
    }

    String named = "train=TRAIN,validation=VALIDATION,test=TEST";
    Map<String, String> digests = runs.run(files(named), "--json").document().digests();

    assertEquals(
        digests(new SampleLines(ordered)).get("features/training"),
        digests.get("features/training"));
  }

  /** Names the files of {@code data}, which stand there in capitals. */
  private String files(String data) throws IOException {
    String named = data;
    for (String part : List.of("train", "validation", "test")) {
      List<String> csv =
          new ArrayList<>(List.of(LINES.all().getFirst().replaceFirst(",part$", "")));
      LINES.rows().stream()
          .filter(line -> line.endsWith("," + part))
          .map(line -> line.substring(0, line.lastIndexOf(',')))
          .forEach(csv::add);
      Path file = runs.write(part + ".csv", csv);
      named = named.replace(part.toUpperCase(Locale.ROOT), file.toString());
    }
    Path empty = runs.write("empty.csv", List.of());
    return named
        .replace("EMPTY", empty.toString())
        .replace("NONE", directory.resolve("none.csv").toString());
  }

  private Map<String, String> digests(SampleLines csv, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(more));
    args.add("--json");
    return runs.run(csv, args.toArray(String[]::new)).document().digests();
  }

  private Map<?, ?> found(SampleLines csv, String... more) throws IOException {
    Path file = runs.open().fetch(Sha256.parse(digests(csv, more).get("ingest/repairs")));
    return (Map<?, ?>) CanonicalJson.read(Files.readAllBytes(file)).get("found");
  }
}
