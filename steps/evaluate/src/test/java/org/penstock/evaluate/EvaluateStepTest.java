package org.penstock.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.evaluate.page.PageTables;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.step.ExitCode;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateStepTest {

  private static final String CONFIG =
      """
      name: loans
      title: Which <made-up> loan is not paid
      split: {by: group, group: [person]}
      train:
        seed: 7
        cost: {false-positive: 1, false-negative: 5}
        candidates: [{name: logistic, trainer: logistic}]
      evaluate: {bootstrap: 100, slices: [sex, job]}
      approval:
        valid-for: 30d
        policy: [{metric: auc, on: lower, bound: at-least, limit: 0.6}]
      """;

  @TempDir private Path directory;
  private LocalArtifactStore store;

  @BeforeEach
  void openStore() {
    store = new LocalArtifactStore(directory.resolve("store"));
  }

  @Test
  void findsAModelThatRanks() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 1), CONFIG, 1));

    assertTrue(evaluation.at("/metrics/auc/value").doubleValue() > 0.7);
    assertTrue(
        evaluation.at("/metrics/auc/lower").doubleValue()
            < evaluation.at("/metrics/auc/value").doubleValue());
    assertEquals("useful", evaluation.at("/verdict/level").stringValue());
  }

  @Test
  void saysThatThereIsNextToNothingToShip() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 0), CONFIG, 1));

    assertEquals("nothing", evaluation.at("/verdict/level").stringValue());
    assertEquals(
        "There is next to nothing to ship.", evaluation.at("/verdict/headline").stringValue());
  }

  @Test
  void saysThatTheOtherSplitClaimsMore() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 0), CONFIG, 1));

    assertTrue(
        evaluation
            .at("/verdict/reasons/2")
            .stringValue()
            .matches("The split by id claims an AUC of 0\\.\\d{3}, by group it is 0\\.\\d{3}: .*"),
        evaluation.at("/verdict/reasons")::toPrettyString);
  }

  @Test
  void warnsOfIdsThatShareAPerson() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 1), CONFIG, 1));

    assertTrue(
        evaluation
            .at("/warnings/0")
            .stringValue()
            .matches("[\\d,]+ values of 'id' are only 1,500 groups .*"),
        evaluation.at("/warnings")::toPrettyString);
  }

  @Test
  void comparesWithOtherCandidatesOnTheSameDraws() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 1), CONFIG, 1));

    assertEquals("boosting", evaluation.at("/candidates/0/candidate").stringValue());
    assertTrue(evaluation.at("/candidates/0/difference-to-model/auc/upper").doubleValue() < 0);
  }

  @Test
  void judgesSlicesAlone() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 1), CONFIG, 1));

    assertEquals("sex", evaluation.at("/slices/0/column").stringValue());
    assertEquals("F", evaluation.at("/slices/0/value").stringValue());
    assertEquals("missing", evaluation.at("/slices/4/value").stringValue());
    assertEquals(
        evaluation.at("/rows/test").longValue(),
        evaluation.at("/slices/0/rows").longValue() + evaluation.at("/slices/1/rows").longValue());
  }

  @Test
  void ranksTheFeaturesByWhatTheyAreWorth() throws Exception {
    JsonNode evaluation = evaluation(run(new Loans(1500, 1), CONFIG, 1));

    assertEquals("amount", evaluation.at("/importances/0/feature").stringValue());
    assertEquals("car", evaluation.at("/importances/2/feature").stringValue());
    assertEquals(0, evaluation.at("/importances/2/auc-loss").doubleValue());
  }

  @Test
  void comparesWithTheChampion() throws Exception {
    Loans loans = new Loans(1500, 1);
    Sha256 champion = store.put(Loans.model("loans", -1).toBytes());

    StepReport report = run(loans, CONFIG, 1, Optional.of(champion));

    JsonNode evaluation = evaluation(report);
    assertTrue(evaluation.at("/champion/metrics/auc/value").doubleValue() < 0.3);
    assertTrue(html(report).contains("The challenger ranks better than the model that serves now"));
  }

  @Test
  void givesTheSameBytesTwice() throws Exception {
    StepReport first = run(new Loans(600, 1), CONFIG, 1);
    byte[] evaluation = Files.readAllBytes(first.artifacts().get("evaluation").file());
    byte[] html = Files.readAllBytes(first.artifacts().get("report").file());

    StepReport second = run(new Loans(600, 1), CONFIG, 1);

    assertArrayEquals(evaluation, Files.readAllBytes(second.artifacts().get("evaluation").file()));
    assertArrayEquals(html, Files.readAllBytes(second.artifacts().get("report").file()));
  }

  @Test
  void theReportIsOneWellFormedFileThatLoadsNothing() throws Exception {
    String html = html(run(new Loans(600, 1), CONFIG, 1));

    parse(html);
    assertFalse(html.contains("<script"));
    assertFalse(html.contains("://"));
    assertFalse(html.contains("NaN"));
    assertTrue(html.contains("Which &lt;made-up&gt; loan is not paid"));
    assertTrue(html.contains("Chef &amp; &lt;cook&gt;"));
  }

  /** A plot of 324 by 242 units, its origin at (58, 254). */
  @Test
  void drawsTheCurvesOfTheEvaluation() throws Exception {
    StepReport report = run(new Loans(600, 1), CONFIG, 1);

    String html = html(report);
    JsonNode curves = evaluation(report).at("/curves");
    for (String curve : List.of("roc", "gain")) {
      JsonNode point = curves.at("/" + curve).get(1);
      String corner =
          "M58 254L%s %s"
              .formatted(
                  hundredths(58 + 324 * point.get(0).doubleValue()),
                  hundredths(254 - 242 * point.get(1).doubleValue()));
      assertTrue(html.contains("<path class=\"line one\" d=\"" + corner), curve + corner);
    }
  }

  @Test
  void drawsTheProbabilitiesOfTheEvaluation() throws Exception {
    StepReport report = run(new Loans(600, 1), CONFIG, 1);

    String html = html(report);
    JsonNode bins = evaluation(report).at("/curves/calibration");
    List<List<String>> calibration = PageTables.captioned(html, "Calibration");
    assertEquals(bins.size(), calibration.size());
    for (int bin = 0; bin < bins.size(); bin++) {
      assertEquals(
          bins.get(bin).at("/probability").doubleValue(),
          PageTables.column(calibration, 0)[bin],
          1e-6);
      assertEquals(
          bins.get(bin).at("/frequency").doubleValue(),
          PageTables.column(calibration, 1)[bin],
          5e-4);
    }
    List<List<String>> scores = PageTables.captioned(html, "Scores");
    assertEquals(1, Arrays.stream(PageTables.column(scores, 1)).sum(), 0.01);
    assertEquals(1, Arrays.stream(PageTables.column(scores, 2)).sum(), 0.01);
  }

  @Test
  void drawsPrecisionDownToTheBaseRate() throws Exception {
    StepReport report = run(new Loans(600, 1), CONFIG, 1);

    List<String> last = PageTables.captioned(html(report), "Precision and recall").getLast();
    JsonNode rows = evaluation(report).at("/rows");
    assertEquals("1", last.getFirst());
    assertEquals(
        rows.at("/test-positives").doubleValue() / rows.at("/test").doubleValue(),
        Double.parseDouble(last.get(1)),
        5e-4);
  }

  private static String hundredths(double value) {
    return new BigDecimal(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  @Test
  void tellsAStrangerInThreeSentences() throws Exception {
    String html = html(run(new Loans(1500, 0), CONFIG, 1));

    String lede = html.replaceAll("(?s).*<p class=\"lede\">(.*?)</p>.*", "$1");
    assertTrue(
        lede.matches(
            "2 trials of logistic and boosting learnt from [\\d,]+ rows; the one chosen, “logistic”,"
                + " is judged on [\\d,]+ rows of [\\d,]+ groups that it has not seen, .*"
                + " Its AUC is 0\\.\\d{3} \\(.*\\), where always saying the base rate has 0\\.500; .*"
                + " The policy rejects it: the lower end of auc must be at least 0\\.6 and is 0\\.\\d{3}\\."),
        lede);
    assertTrue(html.contains("<td>✗ no</td>"));
  }

  @Test
  void everyTableHasACaptionAndEveryPlotItsWords() throws Exception {
    Document page = parse(html(run(new Loans(600, 1), CONFIG, 1)));

    NodeList tables = page.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      assertEquals("caption", tables.item(i).getFirstChild().getNodeName());
    }
    NodeList heads = page.getElementsByTagName("th");
    for (int i = 0; i < heads.getLength(); i++) {
      assertFalse(((Element) heads.item(i)).getAttribute("scope").isEmpty());
    }
    NodeList plots = page.getElementsByTagName("svg");
    for (int i = 0; i < plots.getLength(); i++) {
      assertEquals("title", plots.item(i).getFirstChild().getNodeName());
    }
    assertTrue(tables.getLength() > 10 && plots.getLength() > 20);
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replaceAll("<meta[^>]*>", ""))));
  }

  @Test
  void theReportLeavesRoomForTheApproval() throws Exception {
    String html = html(run(new Loans(600, 1), CONFIG, 1));

    assertTrue(html.contains("<section id=\"approval\">"));
    assertTrue(
        html.contains("<!-- approval --><p>No person has decided yet.</p><!-- /approval -->"));
  }

  @Test
  void handsTheFiguresToTheWorkflow() throws Exception {
    StepReport report = run(new Loans(600, 1), CONFIG, 1);

    assertEquals(
        evaluation(report).at("/metrics/auc/value").doubleValue(),
        Double.parseDouble(report.parameters().get("auc")));
    assertEquals("useful", report.parameters().get("verdict"));
  }

  @Test
  void aModelOfAnotherProjectIsAnotherInput() {
    StepFailure failure =
        assertThrows(
            StepFailure.class,
            () -> run(new Loans(600, 1), CONFIG.replace("name: loans", "name: others"), 1));

    assertEquals(ExitCode.INPUT, failure.exitCode());
    assertTrue(
        failure.getMessage().endsWith("is of project 'loans', and this is 'others'"),
        failure.getMessage());
  }

  @Test
  void anUnknownSliceIsAMistakeOfTheConfiguration() {
    StepFailure failure =
        assertThrows(
            StepFailure.class,
            () -> run(new Loans(600, 1), CONFIG.replace("[sex, job]", "[sex, height]"), 1));

    assertEquals(ExitCode.CONFIG, failure.exitCode());
    assertTrue(
        failure.getMessage().startsWith("evaluate.slices: No column 'height'"),
        failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void tooFewPeopleAreNothingToJudgeBy(int people) {
    StepFailure failure =
        assertThrows(StepFailure.class, () -> run(new Loans(people, 1), CONFIG, 1));

    assertEquals(ExitCode.DATA, failure.exitCode());
  }

  private StepReport run(Loans loans, String yaml, double weight) throws IOException {
    return run(loans, yaml, weight, Optional.empty());
  }

  private StepReport run(Loans loans, String yaml, double weight, Optional<Sha256> champion)
      throws IOException {
    Path scratch = Files.createTempDirectory(directory, "scratch");
    ProjectConfig config =
        ProjectConfig.read(
            new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "project.yaml");
    Sha256 training = loans.training(store, scratch);
    EvaluateConfig flags =
        new EvaluateConfig(
            training,
            store.put(Loans.model("loans", weight).toBytes()),
            Loans.trials(store),
            Loans.alternatives(store, scratch, training, EvaluateRules.of(config)),
            champion,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StepContext context =
        new StepContext(
            config,
            new NoProject(),
            store,
            scratch,
            (done, total) -> {},
            Clock.systemUTC(),
            Sha256.of(new byte[0]));
    return new EvaluateStep().run(flags, context);
  }

  private static JsonNode evaluation(StepReport report) {
    return JsonMapper.shared().readTree(report.artifacts().get("evaluation").file());
  }

  private static String html(StepReport report) throws IOException {
    return Loans.text(report.artifacts().get("report").file());
  }

  /** Evaluate needs no code of a project. */
  private static final class NoProject implements ModelProject {
    @Override
    public String name() {
      return "loans";
    }

    @Override
    public FeatureView<?, ?> view() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void writeSample(long seed, int entities, Appendable csv) {
      throw new UnsupportedOperationException();
    }
  }
}
