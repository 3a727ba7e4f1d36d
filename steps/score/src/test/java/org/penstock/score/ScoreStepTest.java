package org.penstock.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.score.Shop.visit;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalRequest;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.Approvals;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.FeatureTable;
import org.penstock.feature.Featured;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.scoring.ModelBundle;
import org.penstock.step.ExitCode;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.penstock.table.ParquetColumns;

final class ScoreStepTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SCORE =
      """
      score:
        listed: ["false"]
        columns: {id: customer_id, prediction: possible_prospect, probabilities: [reject, buy]}
      """;

  /** Client 7 came twice and bought the first time; 9 and 10 are alike; 8 bought. */
  private static final List<Featured<Shop.Visit, Shop.Features>> VISITS =
      List.of(
          visit(1, 7, true, 1, 2.5),
          visit(2, 10, false, 4, Double.NaN),
          visit(3, 9, false, 4, Double.NaN),
          visit(4, 8, true, 30, 90.25),
          visit(5, 7, false, 22, 17.125),
          visit(6, 11, false, 2, 0.1));

  @TempDir private Path scratch;

  private InMemoryArtifactStore store;
  private Approvals approvals;
  private Sha256 training;
  private Sha256 model;

  @BeforeEach
  void putArtifacts() throws Exception {
    store = new InMemoryArtifactStore(scratch);
    approvals =
        new Approvals(
            new ApprovalLog(store, Shop.NAME),
            new ApproverKeys(scratch.resolve("keys")),
            Clock.fixed(NOON, ZoneOffset.UTC));
    training = store.put(Shop.table(scratch.resolve("training"), Shop.Visit.class, VISITS));
    model = store.put(Shop.model(Shop.NAME, Shop.Features.class).toBytes());
  }

  @Test
  void listsWhoDidNotBuyTheLikeliestFirst() throws Exception {
    StepReport report = score(SCORE, deploy(approve()));

    List<String> lines = Files.readAllLines(report.artifacts().get("ranking-csv").file());
    assertEquals("customer_id,possible_prospect,reject,buy", lines.getFirst());
    assertEquals(
        List.of("7,true", "9,false", "10,false", "11,false"),
        lines.stream().skip(1).map(line -> line.replaceFirst(",[^,]*,[^,]*$", "")).toList());
    assertEquals("4", report.parameters().get("listed"));
    assertEquals("5", report.parameters().get("scored"));
    assertEquals(model.toString(), report.parameters().get("model"));
  }

  @Test
  void scoresAsTheServiceDoesBitForBit() throws Exception {
    StepReport report = score(SCORE, deploy(approve()));

    FeatureTable served = FeatureTable.read(Shop.featureTable(scratch.resolve("served"), VISITS));
    ModelBundle bundle = ModelBundle.read(store.fetch(model));
    ColumnTable parquet = ParquetColumns.read(report.artifacts().get("ranking").file());
    long[] ids = ((Longs) parquet.data("customer_id")).values();
    double[] buy = ((Numbers) parquet.data("buy")).values();
    double[] reject = ((Numbers) parquet.data("reject")).values();
    double[] told = ((Numbers) parquet.data("possible_prospect")).values();
    List<String> lines = Files.readAllLines(report.artifacts().get("ranking-csv").file());
    double[] answered = new double[ids.length];
    double[] written = new double[ids.length];
    for (int i = 0; i < ids.length; i++) {
      double[] features = new double[3];
      served.features(served.rowOf(Long.toString(ids[i])), features);
      answered[i] = bundle.probability(features);
      written[i] = Double.parseDouble(lines.get(i + 1).split(",")[3]);
      assertEquals(1 - answered[i], reject[i], 0);
      assertEquals(bundle.label(answered[i]), told[i] == 1 ? "true" : "false");
    }
    assertArrayEquals(answered, buy, 0);
    assertArrayEquals(answered, written, 0);
    assertArrayEquals(new long[] {7, 9, 10, 11}, ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                            | client | 8 7 9 10 11",
        "{order: ascending}                            | client | 11 9 10 7 8",
        "{by: 'false'}                                 | client | 11 9 10 7 8",
        "{listed: ['true']}                            | client | 8",
        "{listed: ['true', 'false'], rows: all}        | visit  | 4 5 2 3 1 6",
        "{columns: {id: who}, listed: ['true']}        | who    | 8",
      })
  void listsAsTheSettingsSay(String settings, String id, String expected) throws Exception {
    StepReport report = score("score: %s%n".formatted(settings), deploy(approve()));

    ColumnTable list = ParquetColumns.read(report.artifacts().get("ranking").file());
    assertEquals(id, list.columns().getFirst().name());
    assertEquals(
        Stream.of(expected.split(" ")).map(Long::valueOf).toList(),
        java.util.stream.LongStream.of(((Longs) list.data(id)).values()).boxed().toList());
  }

  @Test
  void namesColumnsByTheLabelsWhereNothingIsSaid() throws Exception {
    StepReport report = score("score: {}\n", deploy(approve()));

    assertEquals(
        "client,prediction,probability_false,probability_true",
        Files.readAllLines(report.artifacts().get("ranking-csv").file()).getFirst());
  }

  @Test
  void writesTextsSoThatTheyAreReadBack() throws Exception {
    List<Featured<Shop.Named, Shop.Features>> named =
        Stream.of("plain", "a,b", "say \"b\"", "two\nlines")
            .map(name -> new Featured<>(new Shop.Named(name, false), VISITS.getFirst().features()))
            .toList();
    training = store.put(Shop.table(scratch.resolve("named"), Shop.Named.class, named));

    StepReport report = score("score: {}\n", deploy(approve()));

    assertEquals(
        List.of("\"a,b\"", "plain", "\"say \"\"b\"\"\"", "\"two\nlines\""),
        Stream.of(
                Files.readString(report.artifacts().get("ranking-csv").file())
                    .replaceAll(",false,[^,]*,[^\n]*\n", "\0")
                    .replaceFirst(".*probability_true\n", "")
                    .split("\0"))
            .toList());
  }

  @Test
  void isEqualInEveryByteWhenItIsDoneAgain() throws Exception {
    Sha256 deployment = deploy(approve());
    StepReport first = score(SCORE, deployment);
    List<Sha256> digests =
        List.of(
            Sha256.of(first.artifacts().get("ranking").file()),
            Sha256.of(first.artifacts().get("ranking-csv").file()));

    StepReport again = score(SCORE, deployment);

    assertEquals(
        digests,
        List.of(
            Sha256.of(again.artifacts().get("ranking").file()),
            Sha256.of(again.artifacts().get("ranking-csv").file())));
  }

  @Test
  void takesWhatIsInProductionWhenNobodySaysWhat() throws Exception {
    assertFailure(
        ExitCode.CONFIG,
        "Nothing of shop is deployed in this store: run it, and approve what it makes",
        () -> score(SCORE, Optional.empty()));
    new Deployments(store).deploy(deployment(approve()));

    assertEquals("4", score(SCORE, Optional.empty()).parameters().get("listed"));
  }

  @Test
  void refusesWhatNobodyApproved() throws Exception {
    Sha256 deployment = store.put(deployment(Sha256.of(new byte[] {1})).toBytes());

    assertFailure(
        ExitCode.CONFIG,
        "The approval %s of the deployment is not in the approval log of shop."
            .formatted(Sha256.of(new byte[] {1})),
        () -> score(SCORE, deployment));
  }

  @Test
  void refusesWhatWasRejectedLater() throws Exception {
    Sha256 deployment = deploy(approve());
    approvals.reject(request());

    assertFailure(
        ExitCode.CONFIG,
        "'alice' rejected model %s at 2026-03-01T12:00:00Z: good enough.".formatted(model),
        () -> score(SCORE, deployment));
  }

  @Test
  void refusesAModelOfOtherFeatures() throws Exception {
    model = store.put(Shop.model(Shop.NAME, Shop.Other.class).toBytes());
    Sha256 deployment = deploy(approve());

    assertFailure(
        ExitCode.INPUT,
        "The model reads features that the table does not have, or has with another kind or other"
            + " levels: [paid]; the table has [visits, spent, size]",
        () -> score(SCORE, deployment));
  }

  @Test
  void refusesAModelOfAnotherProject() throws Exception {
    model = store.put(Shop.model("market", Shop.Features.class).toBytes());
    Sha256 deployment = deploy(approve());

    assertFailure(
        ExitCode.INPUT,
        "Model %s is of project 'market', and this is 'shop'".formatted(model),
        () -> score(SCORE, deployment));
  }

  @Test
  void refusesWhatIsNoDeployment() {
    var thrown = assertThrows(StepFailure.class, () -> score(SCORE, model));

    assertEquals(ExitCode.INPUT, thrown.exitCode());
    assertTrue(thrown.getMessage().startsWith(model + " is no deployment: "), thrown.getMessage());
  }

  @Test
  void saysEverythingThatDoesNotFitTheLabels() throws Exception {
    Sha256 deployment = deploy(approve());

    assertFailure(
        ExitCode.CONFIG,
        "score: Unknown label 'fals'; did you mean 'false'?\n"
            + "score: Unknown label 'maybe'; known: [false, true]\n"
            + "score.columns.probabilities: expected one for each of the labels [false, true], got"
            + " [a]",
        () ->
            score(
                "score: {listed: [fals], by: maybe, columns: {probabilities: [a]}}\n", deployment));
  }

  @Test
  void refusesAModelThatPredictsANumber() throws Exception {
    model = store.put(Shop.number().toBytes());
    Sha256 deployment = deploy(approve());

    assertFailure(
        ExitCode.CONFIG,
        "score: the list is by the probability of a label, and a number is predicted",
        () -> score("score: {}\n", deployment));
  }

  @Test
  void refusesAProjectWithoutAList() throws Exception {
    Sha256 deployment = deploy(approve());

    assertFailure(
        ExitCode.CONFIG,
        "score: shop has no such section, which says what is listed",
        () -> score("", deployment));
  }

  @Test
  void isNeverTakenFromTheCache() {
    assertFalse(new ScoreStep().cacheable());
  }

  private interface Scoring {
    StepReport run() throws Exception;
  }

  private static void assertFailure(ExitCode code, String message, Scoring scoring) {
    var thrown = assertThrows(StepFailure.class, scoring::run);

    assertEquals(code, thrown.exitCode());
    assertEquals(message, thrown.getMessage());
  }

  private ApprovalSubject subject() {
    return new ApprovalSubject(Shop.NAME, model, training, Sha256.of(new byte[0]));
  }

  private ApprovalRequest request() {
    return new ApprovalRequest(
        subject(),
        "run-1",
        "bob",
        new ApprovalDecision.Approvable(),
        "alice",
        false,
        true,
        "good enough");
  }

  private Sha256 approve() throws Exception {
    SignedApproval approval = approvals.approve(request(), Duration.ofDays(30));
    return approval.digest();
  }

  private Deployment deployment(Sha256 approval) {
    return new Deployment(subject(), Sha256.of(new byte[0]), approval, "run-1", NOON);
  }

  private Sha256 deploy(Sha256 approval) throws Exception {
    return store.put(deployment(approval).toBytes());
  }

  private StepReport score(String section, Sha256 deployment) throws Exception {
    return score(section, Optional.of(deployment));
  }

  private StepReport score(String section, Optional<Sha256> deployment) throws Exception {
    return new ScoreStep()
        .run(
            new ScoreConfig(training, deployment),
            new StepContext(
                config(section),
                new Shop(),
                store,
                Files.createTempDirectory(scratch, "step"),
                (done, total) -> {},
                Clock.fixed(NOON, ZoneOffset.UTC),
                Sha256.of(new byte[0])));
  }

  private static ProjectConfig config(String section) throws Exception {
    String yaml =
        """
        name: shop
        title: Who buys
        split: {by: entity}
        train: {seed: 1, candidates: [{name: logistic, trainer: logistic}]}
        approval: {policy: [{metric: auc, bound: at-least, limit: 0.6}]}
        """
            + section;
    return ProjectConfig.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "project.yaml");
  }
}
