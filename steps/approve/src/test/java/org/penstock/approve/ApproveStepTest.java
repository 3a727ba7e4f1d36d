package org.penstock.approve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.DecisionRecord;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.step.ExitCode;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;

final class ApproveStepTest {

  private static final Sha256 MODEL = Sha256.of("model".getBytes(UTF_8));
  private static final Sha256 TRAINING = Sha256.of("training".getBytes(UTF_8));

  @TempDir private Path scratch;

  private InMemoryArtifactStore store;

  @BeforeEach
  void newStore() {
    store = new InMemoryArtifactStore(scratch);
  }

  @Test
  void letsAModelPassThatReachesTheLimits() throws IOException {
    StepReport report = run("{\"auc\":{\"value\":0.7,\"lower\":0.65,\"upper\":0.75}}");

    assertEquals("approvable", report.parameters().get("decision"));
    assertEquals("", report.parameters().get("reasons"));
  }

  @Test
  void isDoneWhenItRejects() throws IOException {
    StepReport report = run("{\"auc\":{\"value\":0.7,\"lower\":0.55,\"upper\":0.75}}");

    assertEquals("rejected", report.parameters().get("decision"));
    assertEquals(
        "the lower end of auc must be at least 0.6, got 0.5500",
        report.parameters().get("reasons"));
  }

  @Test
  void rejectsAMetricThatIsNotDefined() throws IOException {
    StepReport report = run("{\"auc\":{}}");

    assertEquals("rejected", report.parameters().get("decision"));
  }

  @Test
  void writesWhatItDecidedAndOfWhat() throws IOException {
    String metrics = "{\"auc\":{\"value\":0.7,\"lower\":0.55,\"upper\":0.75}}";
    Path record = run(metrics).artifacts().get("decision-record").file();

    assertEquals(
        new DecisionRecord(
            new ApprovalSubject("test-project", MODEL, TRAINING, Sha256.of(evaluation(metrics))),
            new ApprovalDecision.Rejected(
                List.of("the lower end of auc must be at least 0.6, got 0.5500"))),
        DecisionRecord.parse(Files.readAllBytes(record)));
  }

  @Test
  void failsWhenALimitedMetricIsNotEvaluated() {
    var thrown = assertThrows(StepFailure.class, () -> run("{\"brier\":{\"value\":0.1}}"));

    assertEquals(ExitCode.CONFIG, thrown.exitCode());
    assertEquals(
        "The policy limits metrics that are not evaluated: [auc]; evaluated: [brier]",
        thrown.getMessage());
  }

  @Test
  void failsWhenTheEvaluationIsNone() throws IOException {
    Sha256 evaluation = store.put("[]".getBytes(UTF_8));

    var thrown = assertThrows(StepFailure.class, () -> run(evaluation));

    assertEquals(ExitCode.INPUT, thrown.exitCode());
    assertEquals(
        evaluation + ": The evaluation is unreadable: Not a JSON object", thrown.getMessage());
  }

  @Test
  void dependsOnThePolicyButNotOnTheApprovers() throws IOException {
    ProjectConfig config = config();

    assertEquals(List.copyOf(config.approval().policy()), new ApproveStep().settings(config));
  }

  private static byte[] evaluation(String metrics) {
    return "{\"format-version\":1,\"metrics\":%s}".formatted(metrics).getBytes(UTF_8);
  }

  private StepReport run(String metrics) throws IOException {
    return run(store.put(evaluation(metrics)));
  }

  private StepReport run(Sha256 evaluation) throws IOException {
    return new ApproveStep()
        .run(
            new ApproveConfig(evaluation, MODEL, TRAINING),
            new StepContext(
                config(),
                new NoProject(),
                store,
                scratch,
                (done, total) -> {},
                Clock.systemUTC(),
                Sha256.of(new byte[0])));
  }

  private static ProjectConfig config() throws IOException {
    String yaml =
        """
        name: test-project
        title: A project of nothing but a name
        split: {by: random, test: 0.5, forced-because: nothing is learnt here}
        train:
          seed: 1
          metric: auc
          folds: 2
          search-rows: 10
          trials: 1
          candidates:
            - {name: logistic, trainer: logistic, hyperparameters: {l2: [1]}}
        approval:
          policy:
            - {metric: auc, on: lower, bound: at-least, limit: 0.6}
        """;
    return ProjectConfig.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "project.yaml");
  }

  /** The step never asks for the code of the project. */
  private static final class NoProject implements ModelProject {

    @Override
    public String name() {
      return "test-project";
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
