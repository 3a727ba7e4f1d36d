package org.penstock.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.EvaluateSettings;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ServingSettings;
import org.penstock.config.SplitSettings;
import org.penstock.creditrisk.Loan;
import org.penstock.feature.FeatureTable;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.ParquetColumns;

class FeaturesStepTest {

  @TempDir private Path directory;

  private SampleRun sample;
  private List<Loan> loans;

  @BeforeEach
  void drawLoans() throws Exception {
    sample = new SampleRun(directory);
    loans = sample.loans();
  }

  @Test
  void servesTheLastTrainingRowOfEveryClientBitByBit() throws Exception {
    StepReport report = sample.run(loans);

    ColumnTable training = ParquetColumns.read(file(report, "training"));
    FeatureTable served = FeatureTable.read(file(report, "feature-table"));
    Map<Long, Integer> last = lastRows(training);
    assertEquals(last.size(), served.size());
    assertEquals(training.columns(Role.FEATURE).size(), served.features().size());
    double[] features = new double[served.features().size()];
    for (Map.Entry<Long, Integer> entry : last.entrySet()) {
      served.features(served.rowOf(entry.getKey().toString()), features);
      assertEquals(bits(featuresOf(training, entry.getValue())), bits(features));
    }
  }

  @Test
  void theLatestTableIsTheLastTrainingRowOfEveryClient() throws Exception {
    StepReport report = sample.run(loans);

    ColumnTable training = ParquetColumns.read(file(report, "training"));
    ColumnTable latest = ParquetColumns.read(file(report, "latest"));
    Map<Long, Integer> last = new TreeMap<>(lastRows(training));
    assertEquals(last.keySet().stream().toList(), ids(latest));
    int row = 0;
    for (int of : last.values()) {
      assertEquals(bits(featuresOf(training, of)), bits(featuresOf(latest, row)));
      assertEquals(times(training).get(of), times(latest).get(row));
      row++;
    }
  }

  @Test
  void theTrainingTableHasARowForEveryRowInItsOrder() throws Exception {
    StepReport report = sample.run(loans);

    ColumnTable training = ParquetColumns.read(file(report, "training"));
    assertEquals(loans.stream().map(Loan::loanId).toList(), longs(training, "loan_id"));
    assertEquals(loans.stream().map(Loan::id).toList(), longs(training, "id"));
    assertEquals(OptionalLong.of(loans.size()), report.rows());
    assertEquals(OptionalLong.of(loans.size()), report.artifacts().get("training").rows());
    assertEquals(OptionalLong.of(300), report.artifacts().get("latest").rows());
    assertEquals(
        Map.of("rows", Integer.toString(loans.size()), "entities", "300"), report.parameters());
  }

  @Test
  void idsOfOnePersonHaveOneGroup() throws Exception {
    ColumnTable training =
        ParquetColumns.read(file(sample.run(loans), "training"), List.of("group_key"));

    Map<List<Object>, Long> groups = new HashMap<>();
    for (int i = 0; i < loans.size(); i++) {
      Loan loan = loans.get(i);
      List<Object> person = List.of(loan.birthday(), loan.jobStartDate(), loan.amtIncomeTotal());
      Long group = longs(training, "group_key").get(i);
      assertEquals(group, groups.computeIfAbsent(person, _ -> group));
    }
    assertEquals(groups.size(), Map.copyOf(groups).values().stream().distinct().count());
    assertTrue(groups.size() < 200);
  }

  @Test
  void equalInputGivesEqualBytes() throws Exception {
    assertEquals(digests(sample.run(loans)), digests(sample.run(loans)));
  }

  @Test
  void aFixedDateGivesOtherFeatures() throws Exception {
    ProjectConfig config = sample.config();
    ProjectConfig notebook =
        ProjectConfig.read(
            new ByteArrayInputStream(
                ("name: credit-risk\ntitle: notebook\n"
                        + "features: {as-of: 2024-01-01, ties: row-order}\n"
                        + "split: {by: entity}\n"
                        + "train: {seed: 1, candidates: [{name: a, trainer: logistic}]}\n"
                        + "approval: {policy: [{metric: auc, bound: at-least, limit: 0.6}]}\n")
                    .getBytes(StandardCharsets.UTF_8)),
            "test");

    Map<String, Sha256> event = digests(sample.run(loans, config, (_, _) -> {}));
    Map<String, Sha256> fixed = digests(sample.run(loans, notebook, (_, _) -> {}));

    event.forEach((name, digest) -> assertNotEquals(digest, fixed.get(name)));
  }

  @Test
  void tellsItsProgressToTheEnd() throws Exception {
    List<Long> done = new ArrayList<>();

    sample.run(
        loans,
        sample.config(),
        (now, total) -> {
          assertEquals(loans.size(), total);
          done.add(now);
        });

    assertEquals(loans.size(), done.getLast());
    assertEquals(done.stream().sorted().toList(), done);
  }

  @Test
  void noRowsGiveEmptyTables() throws Exception {
    StepReport report = sample.run(List.of());

    assertEquals(0, ParquetColumns.read(file(report, "training")).rows());
    assertEquals(0, ParquetColumns.read(file(report, "latest")).rows());
    assertEquals(0, FeatureTable.read(file(report, "feature-table")).size());
  }

  @Test
  void refusesRowsOutOfOrder() {
    Collections.swap(loans, 0, loans.size() - 1);

    var thrown = assertThrows(StepFailure.class, () -> sample.run(loans));

    assertEquals(ExitCode.DATA, thrown.exitCode());
    assertTrue(thrown.getMessage().startsWith("Row 2 happened at "), thrown.getMessage());
  }

  @Test
  void refusesAGroupThatIsNoColumn() throws Exception {
    ProjectConfig config =
        with(
            sample.config(),
            new SplitSettings(SplitSettings.By.GROUP, List.of("code_gendre", "birthday"), .3, ""),
            List.of());

    var thrown = assertThrows(StepFailure.class, () -> sample.run(loans, config, (_, _) -> {}));

    assertEquals(ExitCode.CONFIG, thrown.exitCode());
    assertEquals(
        "split.group or evaluate.slices: Unknown column 'code_gendre'; did you mean 'code_gender'?",
        thrown.getMessage());
  }

  @Test
  void aFileThatIsNoTableIsBadData() throws Exception {
    var store = new LocalArtifactStore(directory.resolve("store"));
    var text = new FeaturesConfig(store.put(new byte[] {1, 2, 3}));

    var thrown = assertThrows(StepFailure.class, () -> sample.run(text));

    assertEquals(ExitCode.DATA, thrown.exitCode());
  }

  @Test
  void dependsOnItsOwnSettingsOnly() throws Exception {
    ProjectConfig config = sample.config();
    ProjectConfig otherPort =
        new ProjectConfig(
            config.name(),
            config.title(),
            config.sample(),
            config.ingest(),
            config.features(),
            config.split(),
            config.train(),
            config.evaluate(),
            config.approval(),
            new ServingSettings(9090, ServingSettings.Request.ROWS),
            config.score(),
            config.forecast());

    assertEquals(new FeaturesStep().settings(config), new FeaturesStep().settings(otherPort));
    assertNotEquals(
        new FeaturesStep().settings(config),
        new FeaturesStep().settings(with(config, config.split(), List.of("code_gender"))));
  }

  private static ProjectConfig with(
      ProjectConfig config, SplitSettings split, List<String> slices) {
    return new ProjectConfig(
        config.name(),
        config.title(),
        config.sample(),
        config.ingest(),
        config.features(),
        split,
        config.train(),
        new EvaluateSettings(config.evaluate().bootstrap(), config.evaluate().confidence(), slices),
        config.approval(),
        config.serving(),
        config.score(),
        config.forecast());
  }

  private static Path file(StepReport report, String name) {
    return report.artifacts().get(name).file();
  }

  private static Map<String, Sha256> digests(StepReport report) throws IOException {
    Map<String, Sha256> digests = new TreeMap<>();
    for (String name : report.artifacts().keySet()) {
      digests.put(name, Sha256.of(file(report, name)));
    }
    return digests;
  }

  private static Map<Long, Integer> lastRows(ColumnTable training) {
    Map<Long, Integer> last = new HashMap<>();
    List<Long> ids = ids(training);
    for (int i = 0; i < ids.size(); i++) {
      last.put(ids.get(i), i);
    }
    return last;
  }

  private static List<Long> ids(ColumnTable table) {
    return longs(table, "id");
  }

  private static List<Long> times(ColumnTable table) {
    return longs(table, "loan_date");
  }

  private static List<Long> longs(ColumnTable table, String name) {
    var longs = (ColumnTable.Longs) table.data(name);
    return Arrays.stream(longs.values()).boxed().toList();
  }

  private static double[] featuresOf(ColumnTable table, int row) {
    return table.columns(Role.FEATURE).stream()
        .map(Column::name)
        .mapToDouble(name -> ((ColumnTable.Numbers) table.data(name)).values()[row])
        .toArray();
  }

  private static List<Long> bits(double[] values) {
    return Arrays.stream(values).mapToObj(Double::doubleToRawLongBits).toList();
  }
}
