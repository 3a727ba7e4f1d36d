package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.ApprovalSettings.Approver;
import org.penstock.config.ApprovalSettings.Bound;
import org.penstock.config.ApprovalSettings.Limit;
import org.penstock.config.ApprovalSettings.On;
import org.penstock.config.Candidate.Objective;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.FeatureSettings.Ties;
import org.penstock.config.RepairSettings.Duplicates;
import org.penstock.config.SplitSettings.By;
import org.penstock.config.TrainSettings.Calibration;
import org.penstock.config.TrainSettings.Cost;
import org.penstock.config.TrainSettings.Search;

class ProjectConfigTest {

  private static final String EXPECT = "# expect ";

  @Test
  void takesDefaultsForAllThatIsNotGiven() throws IOException {
    ProjectConfig config = read("valid-defaults.yaml");

    assertEquals(
        new ProjectConfig(
            "credit-risk",
            "The risk that a client does not pay",
            new SampleSettings(7, 3000),
            new IngestSettings(
                0.001, new RepairSettings(Duplicates.KEEP, Optional.empty(), 0, Optional.empty())),
            new FeatureSettings(new AsOf.Event(), Ties.UNSEEN),
            new SplitSettings(By.ENTITY, List.of(), 0.3, ""),
            new TrainSettings(
                1,
                "average-precision",
                3,
                60000,
                6,
                ClassWeights.NONE,
                Calibration.NONE,
                new Cost(1, 1),
                List.of(new Candidate("plain", TrainerKind.LOGISTIC, Resample.NONE, Map.of()))),
            new EvaluateSettings(200, 0.95, List.of()),
            new ApprovalSettings(
                Duration.ofDays(30),
                List.of(new Limit("auc", On.VALUE, Bound.AT_LEAST, 0.6)),
                List.of()),
            new ServingSettings(8080, ServingSettings.Request.FEATURES),
            Optional.empty(),
            Optional.empty()),
        config);
  }

  @Test
  void takesDefaultsForAListOfWhichNothingIsGiven() {
    var yaml =
        new ByteArrayInputStream(
            """
            name: a
            title: A
            split: {by: entity}
            train: {seed: 1, candidates: [{name: plain, trainer: logistic}]}
            approval: {policy: [{metric: auc, bound: at-least, limit: 0.6}]}
            score: {}
            """
                .getBytes(StandardCharsets.UTF_8));

    ProjectConfig config = assertDoesNotThrow(() -> ProjectConfig.read(yaml, "project.yaml"));

    assertEquals(
        Optional.of(
            new ScoreSettings(
                ScoreSettings.Rows.LATEST,
                List.of(),
                "",
                ScoreSettings.Order.DESCENDING,
                new ScoreSettings.Columns("", "prediction", List.of()))),
        config.score());
  }

  @Test
  void readsEveryKey() throws IOException {
    ProjectConfig config = read("valid-every-key.yaml");

    assertEquals(
        new ProjectConfig(
            "hospital-load",
            "The load of a hospital",
            new SampleSettings(-3, 12),
            new IngestSettings(
                0,
                new RepairSettings(
                    Duplicates.KEEP_LAST,
                    Optional.of(Duration.ofMinutes(5)),
                    10,
                    Optional.of(LocalDate.of(2024, 12, 31)))),
            new FeatureSettings(new AsOf.Fixed(LocalDate.of(2024, 1, 31)), Ties.ROW_ORDER),
            new SplitSettings(By.GROUP, List.of("birthday", "income"), 0.25, "", true),
            new TrainSettings(
                20240101,
                "log-loss",
                5,
                1000,
                9,
                ClassWeights.BALANCED,
                Calibration.ISOTONIC,
                new Cost(2, 20.5),
                List.of(
                    new Candidate(
                        "logistic",
                        TrainerKind.LOGISTIC,
                        Resample.NONE,
                        Map.of("l2", List.of(0.1, 1.0, 10.0))),
                    new Candidate(
                        "notebook",
                        TrainerKind.FOREST,
                        Resample.SMOTE,
                        Candidate.Objective.SQUARED_ERROR,
                        Optional.of(ClassWeights.NONE),
                        new InputSettings(
                            List.of("age", "income"),
                            InputSettings.Missing.MEDIAN,
                            Map.of("income", 3.5)),
                        List.of(),
                        Candidate.MeanOf.PREDICTIONS,
                        Map.of("trees", List.of(5.0))),
                    new Candidate(
                        "both",
                        TrainerKind.ENSEMBLE,
                        Resample.NONE,
                        Candidate.Objective.SQUARED_ERROR,
                        Optional.empty(),
                        new InputSettings(),
                        List.of("logistic", "notebook"),
                        Candidate.MeanOf.RANKS,
                        Map.of()),
                    new Candidate(
                        "cells",
                        TrainerKind.CELLS,
                        Resample.NONE,
                        Candidate.Objective.SQUARED_ERROR,
                        Optional.empty(),
                        new InputSettings(),
                        List.of(),
                        Candidate.MeanOf.PREDICTIONS,
                        Map.of("median", List.of(0.0, 1.0)),
                        List.of(
                            new CellsTerm(List.of("day_type", "hour"), "", 0),
                            new CellsTerm(List.of("hour"), "warmth", 5))),
                    new Candidate(
                        "sturdy",
                        TrainerKind.BOOSTING,
                        Resample.NONE,
                        Objective.ABSOLUTE_ERROR,
                        Optional.empty(),
                        new InputSettings(),
                        List.of(),
                        Candidate.MeanOf.PREDICTIONS,
                        Map.of(),
                        List.of())),
                Optional.of(new IntervalSettings(0.8, "hour")),
                Search.HALVING,
                OptionalInt.of(90),
                Optional.of(new RepeatSettings(RepeatSettings.By.SPLIT, 4, 20))),
            new EvaluateSettings(50, 0.9, List.of("gender")),
            new ApprovalSettings(
                Duration.ofHours(12),
                List.of(
                    new Limit("auc", On.LOWER, Bound.AT_LEAST, 0.6),
                    new Limit("brier", On.UPPER, Bound.AT_MOST, 0.2)),
                List.of(new Approver("alice", "MCowBQYDK2VwAyEA"))),
            new ServingSettings(0, ServingSettings.Request.WINDOW),
            Optional.of(
                new ScoreSettings(
                    ScoreSettings.Rows.ALL,
                    List.of("low", "high"),
                    "low",
                    ScoreSettings.Order.ASCENDING,
                    new ScoreSettings.Columns("ward", "expected", List.of("p_low", "p_high")))),
            Optional.of(
                new ForecastSettings(
                    List.of(Duration.ofHours(24), Duration.ofHours(168)),
                    Duration.ofHours(12),
                    0.7,
                    Duration.ofHours(24)))),
        config);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void tellsEveryProblemWithItsLineAndPath(Path file) throws IOException {
    List<String> expected =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(EXPECT))
            .map(line -> "project.yaml" + line.substring(EXPECT.length()))
            .toList();

    try (InputStream yaml = Files.newInputStream(file)) {
      var thrown =
          assertThrows(InvalidConfigException.class, () -> ProjectYaml.read(yaml, "project.yaml"));

      assertEquals(String.join("\n", expected), String.join("\n", thrown.problems()));
      assertEquals(String.join(System.lineSeparator(), thrown.problems()), thrown.getMessage());
    }
  }

  @Test
  void namesTheFileThatItRead() throws IOException, URISyntaxException {
    Path file = Path.of(ProjectConfigTest.class.getResource("invalid-yaml-empty.yaml").toURI());

    var thrown = assertThrows(InvalidConfigException.class, () -> ProjectConfig.read(file));

    assertEquals(file + ":1: expected a YAML document, found none", thrown.getMessage());
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    var latin1 = new ByteArrayInputStream("title: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

    var thrown =
        assertThrows(InvalidConfigException.class, () -> ProjectConfig.read(latin1, "p.yaml"));

    assertEquals("p.yaml: expected UTF-8, found other bytes", thrown.getMessage());
  }

  @Test
  void refusesASecondDocument() {
    var two = new ByteArrayInputStream("name: a\n---\nname: b\n".getBytes(StandardCharsets.UTF_8));

    var thrown =
        assertThrows(InvalidConfigException.class, () -> ProjectConfig.read(two, "p.yaml"));

    assertTrue(
        thrown.problems().contains("p.yaml:3: expected one YAML document, found another"),
        thrown.getMessage());
  }

  @Test
  void hasATreeThatIsEqualForEqualSettings() throws IOException {
    Map<String, Object> tree = RecordTree.of(read("valid-every-key.yaml"));

    assertEquals(
        "{approval={approvers=[{key=MCowBQYDK2VwAyEA, name=alice}], policy=[{bound=at-least,"
            + " limit=0.6, metric=auc, on=lower}, {bound=at-most, limit=0.2, metric=brier,"
            + " on=upper}], valid-for=12h}, evaluate={bootstrap=50, confidence=0.9,"
            + " slices=[gender]}, features={as-of=2024-01-31, ties=row-order},"
            + " forecast={from=0.7, horizon=12h, naive=[1d, 7d], refit=1d},"
            + " ingest={max-bad-fraction=0.0, repairs={duplicates=keep-last, latest=2024-12-31, step=5m,"
            + " stuck-after=10}}, name=hospital-load, sample={entities=12, seed=-3},"
            + " score={by=low, columns={id=ward, prediction=expected, probabilities=[p_low, p_high]},"
            + " listed=[low, high], order=ascending, rows=all}, serving={port=0, request=window}, split={by=group, forced-because=, group=[birthday, income],"
            + " stratify=true, test=0.25}, title=The load of a hospital, train={budget=90, calibration=isotonic,"
            + " candidates=[{cells=[], hyperparameters={l2=[0.1, 1.0, 10.0]}, inputs={features=[], fill={},"
            + " missing=own}, mean-of=predictions, members=[], name=logistic,"
            + " objective=squared-error, resample=none, trainer=logistic}, {cells=[], class-weights=none,"
            + " hyperparameters={trees=[5.0]}, inputs={features=[age, income], fill={income=3.5},"
            + " missing=median}, mean-of=predictions, members=[], name=notebook,"
            + " objective=squared-error, resample=smote, trainer=forest}, {cells=[], hyperparameters={},"
            + " inputs={features=[], fill={}, missing=own}, mean-of=ranks, members=[logistic,"
            + " notebook], name=both, objective=squared-error, resample=none,"
            + " trainer=ensemble}, {cells=[{by=[day_type, hour], of=, shrinkage=0.0}, {by=[hour],"
            + " of=warmth, shrinkage=5.0}], hyperparameters={median=[0.0, 1.0]},"
            + " inputs={features=[], fill={}, missing=own}, mean-of=predictions, members=[],"
            + " name=cells, objective=squared-error, resample=none, trainer=cells},"
            + " {cells=[], hyperparameters={}, inputs={features=[], fill={}, missing=own},"
            + " mean-of=predictions, members=[], name=sturdy, objective=absolute-error,"
            + " resample=none, trainer=boosting}],"
            + " class-weights=balanced, cost={false-negative=20.5,"
            + " false-positive=2.0}, folds=5, interval={by=hour, confidence=0.8}, metric=log-loss, repeats={by=split, folds=4, times=20}, search=halving, search-rows=1000, seed=20240101,"
            + " trials=9}}",
        tree.toString());
    assertEquals(tree, RecordTree.of(read("valid-every-key.yaml")));
    assertFalse(tree.equals(RecordTree.of(read("valid-defaults.yaml"))));
  }

  static Stream<Path> invalid() throws IOException, URISyntaxException {
    Path directory = Path.of(ProjectConfigTest.class.getResource("").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("invalid-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static ProjectConfig read(String name) throws IOException {
    try (InputStream yaml = ProjectConfigTest.class.getResourceAsStream(name)) {
      return ProjectConfig.read(yaml, name);
    }
  }
}
