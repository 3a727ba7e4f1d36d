package org.penstock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.config.RecordReader;
import org.penstock.evaluation.AlternativePrediction;
import org.penstock.evaluation.Trials;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.scoring.ModelBundle;
import org.penstock.step.ExitCode;
import org.penstock.step.Produced;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.ParquetColumns;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

class TrainStepTest {

  private static final String YAML =
      """
      name: shop
      title: Whether a visit ends with a purchase
      split: {by: group, group: [household], test: 0.3}
      train:
        seed: 7
        metric: auc
        folds: 3
        search-rows: 1000
        trials: 2
        calibration: platt
        cost: {false-positive: 1, false-negative: 2}
        candidates:
          - {name: logistic, trainer: logistic, hyperparameters: {l2: [1]}}
          - {name: boosting, trainer: boosting, hyperparameters: {trees: [10], leaves: [4, 8]}}
      approval:
        policy:
          - {metric: auc, on: lower, bound: at-least, limit: 0.6}
      """;

  @TempDir private Path directory;

  @Test
  void makesAModelThatNamesWhereItComesFrom() throws Exception {
    Sha256 training = put(visits(2_000));

    StepReport report = run(training, (done, total) -> {});

    ModelBundle model = ModelBundle.read(file(report, "model"));
    assertEquals("shop", model.project());
    assertEquals(List.of("visits", "spent"), model.features().stream().map(f -> f.name()).toList());
    assertEquals(List.of("false", "true"), model.labels());
    assertEquals("Whether a visit ends with a purchase", model.card().description());
    assertEquals(training.toString(), model.card().provenance().get("training"));
    assertEquals("7", model.card().provenance().get("seed"));
    assertEquals("group", model.card().provenance().get("split"));
    assertEquals(model.card().candidate(), report.parameters().get("candidate"));
    assertEquals(2_000, report.rows().getAsLong());
    assertEquals(7, report.seed().getAsLong());
  }

  @Test
  void theModelSaysHowRequestsBecomeFeatures() throws Exception {
    String settings =
        YAML
            + """
            features: {as-of: 2024-01-31}
            ingest: {repairs: {stuck-after: 10, latest: 2024-12-31}}
            serving: {request: rows}
            """;

    StepReport report = run(put(visits(200)), (done, total) -> {}, settings);

    assertEquals(
        Map.of(
            "request", "rows",
            "features", Map.of("as-of", "2024-01-31", "ties", "unseen"),
            "repairs", Map.of("duplicates", "keep", "stuck-after", 10)),
        ModelBundle.read(file(report, "model")).requests().orElseThrow());
  }

  @Test
  void saysThatAMetricIsUnknown() throws Exception {
    Sha256 training = put(visits(200));
    String settings = YAML.replaceFirst("metric: auc", "metric: auk");

    var thrown =
        assertThrows(StepFailure.class, () -> run(training, (done, total) -> {}, settings));

    assertEquals(ExitCode.CONFIG, thrown.exitCode());
    assertTrue(
        thrown.getMessage().startsWith("train.metric: 'auk' cannot choose"), thrown.getMessage());
  }

  @Test
  void saysWhichImageHasTheLibraryForNetworks() throws Exception {
    Sha256 training = put(visits(200));
    String settings =
        YAML.replaceFirst(
            "candidates:\\n",
            "candidates:\n    - {name: network, trainer: network, hyperparameters: {neurons: [4]}}\n");

    var thrown =
        assertThrows(StepFailure.class, () -> run(training, (done, total) -> {}, settings));

    assertEquals(ExitCode.CONFIG, thrown.exitCode());
    assertTrue(thrown.getMessage().contains("the image train-network"), thrown.getMessage());
  }

  @Test
  void theModelHasLearntToRank() throws Exception {
    ModelBundle model =
        ModelBundle.read(file(run(put(visits(2_000)), (done, total) -> {}), "model"));

    assertTrue(model.probability(new double[] {9, 2}) > 0.8);
    assertTrue(model.probability(new double[] {0, -2}) < 0.2);
  }

  @Test
  void twoRunsOfOneSeedMakeEqualArtifacts() throws Exception {
    Sha256 training = put(visits(2_000));

    Map<String, Sha256> one = digests(run(training, (done, total) -> {}));
    Map<String, Sha256> two = digests(run(training, (done, total) -> {}));

    assertEquals(Set.of("alternatives", "model", "trials", "tribuo"), one.keySet());
    assertEquals(one, two);
  }

  @Test
  void writesTheSearchAndThePredictionsThatWereNotChosen() throws Exception {
    StepReport report = run(put(visits(2_000)), (done, total) -> {});

    Trials trials = RecordReader.read(file(report, "trials"), Trials.class);
    assertEquals(3, trials.trials().size());
    Set<String> found = new TreeSet<>();
    long rows = 0;
    try (var reader =
        ParquetRows.read(file(report, "alternatives"), RowSchema.of(AlternativePrediction.class))) {
      while (reader.hasNext()) {
        AlternativePrediction next = reader.next();
        found.add(next.split() + " " + next.candidate());
        rows++;
      }
    }
    String chosen = report.parameters().get("candidate");
    String other = chosen.equals("logistic") ? "boosting" : "logistic";
    assertEquals(Set.of("entity " + chosen, "group " + other), found);
    assertEquals(rows, report.artifacts().get("alternatives").rows().getAsLong());
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    List<String> told = new ArrayList<>();

    run(put(visits(2_000)), (done, total) -> told.add(done + "/" + total));

    assertEquals("0/12", told.getFirst());
    assertEquals("12/12", told.getLast());
  }

  @Test
  void refusesATableOfOneClass() throws Exception {
    List<Visit> visits =
        visits(500).stream()
            .map(visit -> new Visit(visit.client(), visit.household(), 1, visit.spent(), false))
            .toList();
    Sha256 training = put(visits);

    var thrown = assertThrows(StepFailure.class, () -> run(training, (done, total) -> {}));

    assertEquals(ExitCode.DATA, thrown.exitCode());
    assertTrue(thrown.getMessage().contains("'bought'"), thrown.getMessage());
  }

  @Test
  void refusesATableOfOneGroup() throws Exception {
    List<Visit> visits =
        visits(500).stream()
            .map(visit -> new Visit(1, 1, visit.visits(), visit.spent(), visit.bought()))
            .toList();
    Sha256 training = put(visits);

    var thrown = assertThrows(StepFailure.class, () -> run(training, (done, total) -> {}));

    assertEquals(ExitCode.DATA, thrown.exitCode());
    assertTrue(thrown.getMessage().contains("1 group"), thrown.getMessage());
  }

  @Test
  void refusesWhatIsNoTable() throws Exception {
    Sha256 training = new LocalArtifactStore(directory.resolve("store")).put(new byte[] {1, 2, 3});

    var thrown = assertThrows(StepFailure.class, () -> run(training, (done, total) -> {}));

    assertEquals(ExitCode.DATA, thrown.exitCode());
  }

  private static List<Visit> visits(int rows) {
    Random random = new Random(3);
    List<Visit> visits = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      visits.add(Shop.visit(row, random));
    }
    return visits;
  }

  private Sha256 put(List<Visit> visits) throws Exception {
    Path file = directory.resolve("training.parquet");
    var schema =
        TableSchema.of(RowSchema.of(Visit.class))
            .withRole("household", Role.GROUP)
            .withRole("visits", Role.FEATURE)
            .withRole("spent", Role.FEATURE);
    try (RowWriter<Visit> writer = ParquetRows.write(file, schema)) {
      for (Visit visit : visits) {
        writer.write(visit);
      }
    }
    assertEquals(5, ParquetColumns.columns(file).size());
    return new LocalArtifactStore(directory.resolve("store")).put(file);
  }

  private StepReport run(Sha256 training, org.penstock.step.Progress progress) throws Exception {
    return run(training, progress, YAML);
  }

  private StepReport run(Sha256 training, org.penstock.step.Progress progress, String settings)
      throws Exception {
    Path yaml = Files.writeString(directory.resolve("project.yaml"), settings);
    return new TrainStep()
        .run(
            new TrainConfig(training),
            new StepContext(
                RecordReader.read(yaml, ProjectConfig.class),
                new Shop(),
                new LocalArtifactStore(directory.resolve("store")),
                Files.createTempDirectory(directory, "scratch"),
                progress,
                Clock.systemUTC(),
                Sha256.of(new byte[0])));
  }

  private static Path file(StepReport report, String output) {
    return report.artifacts().get(output).file();
  }

  private static Map<String, Sha256> digests(StepReport report) throws Exception {
    Map<String, Sha256> digests = new TreeMap<>();
    for (Map.Entry<String, Produced> output : report.artifacts().entrySet()) {
      digests.put(output.getKey(), Sha256.of(output.getValue().file()));
    }
    return digests;
  }
}
