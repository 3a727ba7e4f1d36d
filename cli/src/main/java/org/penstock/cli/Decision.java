package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.DecisionRecord;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ProjectConfig;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.RunState;
import org.penstock.workflow.Template;
import org.penstock.workflow.WorkflowTemplate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What `approve` and `reject` share: a run, a person, a reason; then the run goes on. */
final class Decision {

  @Parameters(
      paramLabel = "RUN",
      description =
          "Its name, or the end of it; of a run elsewhere the digest of its decision record.")
  private String run;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      required = true,
      description = "Who decides; signs with the key of this name on this machine.")
  private String approver;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, in one line; it is recorded.")
  private String reason;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = JudgedRun.UNKNOWN,
      description = "Who started a run elsewhere; whoever started it cannot approve it.")
  private String author;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Private key to sign with, instead of the one of NAME on this machine.")
  private Path key;

  @Mixin private StoreOptions options;
  @Mixin private ClusterOptions where;
  @Mixin private WaitOptions waiting;

  private final Clock clock = Clock.systemUTC();

  /** Signs something about a run. */
  @FunctionalInterface
  interface Signing {
    SignedApproval sign(ApprovalDesk desk, JudgedRun run, ApprovalDesk.Statement statement)
        throws IOException;
  }

  int make(boolean despitePolicy, Signing signing) throws IOException, InterruptedException {
    if (where.cluster) {
      return new ClusterDecision(where, options.s3Endpoint(), keys(), waiting, System.out)
          .make(
              run,
              statement(despitePolicy),
              (desk, state, said) -> sign(desk, state, said, signing));
    }
    ArtifactStore store = options.open();
    if (run.startsWith("sha256:")) {
      return makeElsewhere(store, despitePolicy, signing);
    }

    RunState state = new Runs(store).named(run);
    String project = state.parameters().get("project");
    Path pipeline = PenstockHome.ofEnvironment().pipeline(project);
    WorkflowTemplate template = WorkflowTemplate.read(pipeline);
    ProjectConfig config =
        ProjectConfig.read(store.fetch(Sha256.parse(state.parameters().get("config"))));
    ApprovalDesk desk = new ApprovalDesk(store, config, keys(), clock);
    SignedApproval signed = sign(desk, JudgedRun.of(state), statement(despitePolicy), signing);

    System.out.println(words(signed) + System.lineSeparator());
    try (RunDisplay display = new RunDisplay(System.out, false)) {
      LocalRun local = new LocalRun(template, store, new SameJvmLauncher(clock), display, clock);
      RunState changed =
          state.withParameters(Map.of("despite-policy", Boolean.toString(despitePolicy)));
      Closing closing =
          new Closing(template, store, options.typed(System.getenv()), System.out, false);
      return Interruption.during(
          () -> local.resume(changed, Map.of(gate(template), ApprovalDesk.answer(signed))),
          closing::print);
    }
  }

  /**
   * Signs for a run that is not in the books of this store: nothing goes on here, and what deploys
   * the model there finds the record.
   */
  private int makeElsewhere(ArtifactStore store, boolean despitePolicy, Signing signing)
      throws IOException {
    Sha256 decision = digest();
    ProjectConfig config = config(projectOf(store, decision));
    ApprovalDesk desk = new ApprovalDesk(store, config, keys(), clock);
    SignedApproval signed =
        sign(desk, new JudgedRun(run, author, decision), statement(despitePolicy), signing);
    System.out.println(words(signed));
    System.out.println(
        "model %s; what deploys it verifies this record"
            .formatted(signed.record().subject().model()));
    return 0;
  }

  private Sha256 digest() {
    try {
      return Sha256.parse(run);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  private static String projectOf(ArtifactStore store, Sha256 decision) throws IOException {
    try {
      return DecisionRecord.parse(Files.readAllBytes(store.fetch(decision))).subject().project();
    } catch (IllegalArgumentException e) {
      throw new StepFailure(
          ExitCode.INPUT, "%s is no decision record: %s".formatted(decision, e.getMessage()), e);
    }
  }

  /** Returns the settings of {@code project} that lie here, or else in its jar. */
  private static ProjectConfig config(String project) throws IOException {
    return Settings.of(PenstockHome.ofEnvironment(), project, Optional.empty()).read().model();
  }

  /** Returns who said what, and by which key. */
  static String words(SignedApproval signed) {
    return "%s by %s, signed with key %s"
        .formatted(
            signed.record().verdict(),
            signed.record().approver().name(),
            signed.record().approver().keyId());
  }

  private ApproverKeys keys() {
    return key == null ? ApprovalDesk.keysOfUser() : ApproverKeys.ofFile(key);
  }

  private ApprovalDesk.Statement statement(boolean despitePolicy) {
    return new ApprovalDesk.Statement(approver, reason, false, despitePolicy);
  }

  private static SignedApproval sign(
      ApprovalDesk desk, JudgedRun state, ApprovalDesk.Statement said, Signing signing)
      throws IOException {
    try {
      return signing.sign(desk, state, said);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  /** Returns the name of the task at which the pipeline waits for a person. */
  static String gate(WorkflowTemplate template) {
    Map<String, String> templates = new LinkedHashMap<>();
    template.tasks().forEach(task -> templates.put(task.template(), task.name()));
    return template.templates().values().stream()
        .filter(Template.Suspend.class::isInstance)
        .map(suspend -> templates.get(suspend.name()))
        .findFirst()
        .orElseThrow(() ->
            new StepFailure(
                ExitCode.CONFIG,
                "The pipeline %s waits for nobody".formatted(template.name()),
                null));
  }
}
