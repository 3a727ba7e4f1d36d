package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
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

  @Parameters(paramLabel = "RUN", description = "Its name, or the end of it.")
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

  @Mixin private StoreOptions options;

  private final Clock clock = Clock.systemUTC();

  /** Signs something about a run. */
  @FunctionalInterface
  interface Signing {
    SignedApproval sign(ApprovalDesk desk, RunState run, ApprovalDesk.Statement statement)
        throws IOException;
  }

  int make(boolean despitePolicy, Signing signing) throws IOException {
    ArtifactStore store = options.open();
    RunState state = new Runs(store).named(run);
    String project = state.parameters().get("project");
    Path pipeline = PenstockHome.ofEnvironment().pipeline(project);
    WorkflowTemplate template = WorkflowTemplate.read(pipeline);
    ProjectConfig config =
        ProjectConfig.read(store.fetch(Sha256.parse(state.parameters().get("config"))));
    ApprovalDesk desk = new ApprovalDesk(store, config, ApprovalDesk.keysOfUser(), clock);
    SignedApproval signed = signed(desk, state, despitePolicy, signing);

    System.out.println(
        "%s by %s, signed with key %s%n"
            .formatted(signed.record().verdict(), approver, signed.record().approver().keyId()));
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

  private SignedApproval signed(
      ApprovalDesk desk, RunState state, boolean despitePolicy, Signing signing)
      throws IOException {
    try {
      return signing.sign(
          desk, state, new ApprovalDesk.Statement(approver, reason, false, despitePolicy));
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  /** Returns the name of the task at which the pipeline waits for a person. */
  private static String gate(WorkflowTemplate template) {
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
