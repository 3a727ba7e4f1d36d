package org.penstock.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penstock.artifact.ArtifactStore;
import org.penstock.cluster.Cluster;
import org.penstock.cluster.NewRun;
import org.penstock.cluster.Workflows;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.RunState;
import org.penstock.workflow.WorkflowTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a run of a project on a cluster. */
@Command(
    name = "submit",
    description = {
      "Start a run of a project on the cluster of the current context of kubectl.",
      "Everything is checked first: nothing is created if anything is wrong."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SubmitCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "Which project, e.g. credit-risk.")
  private String project;

  @Option(
      names = {"--source", "--data"},
      paramLabel = "URL",
      description = "The rows: a URL, or s3://…; without it what the template says.")
  private String source;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings to use instead of the project's own project.yaml.")
  private Path settings;

  @Option(
      names = "--store",
      paramLabel = "PLACE",
      defaultValue = "${env:PENSTOCK_STORE}",
      description = "s3://bucket/prefix; without it what the template says.")
  private String store;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:PENSTOCK_S3_ENDPOINT}",
      description = {
        "Where S3 answers, if it is not AWS. If the cluster finds it elsewhere than this",
        "machine, -p s3-endpoint=URL says where."
      })
  private URI endpoint;

  @Option(
      names = "--images",
      paramLabel = "FILE",
      description =
          "Images of the steps by digest (default: images/target/images/images.yaml, which ./penstock images writes).")
  private Path images;

  @Option(
      names = "--serving",
      paramLabel = "NAMESPACE/NAME",
      description = "Deployment that serves the model once it is approved.")
  private String serving;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who starts it; an approval by the same person is recorded as such.")
  private String author = System.getProperty("user.name");

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the template; may be given several times.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--name",
      paramLabel = "RUN",
      description = "Name of the run (default: PROJECT-TIME).")
  private String name;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = ClusterOptions.NAMESPACE,
      description = "Where it runs (default: ${DEFAULT-VALUE}).")
  private String namespace;

  @Option(
      names = "--dry-run",
      description = "Check, and print the Workflow instead of creating it.")
  private boolean dryRun;

  @Mixin private WaitOptions waiting;

  private final Clock clock = Clock.systemUTC();
  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PenstockHome home = PenstockHome.ofEnvironment();
    Path file = home.pipeline(project);
    WorkflowTemplate template = WorkflowTemplate.read(file);
    try (Cluster cluster = Cluster.connect()) {
      Workflows workflows = cluster.workflows(namespace);
      Submission submission = new Submission(home, project, Optional.ofNullable(endpoint), clock);
      Submission.Checked checked =
          submission.check(
              workflows,
              template,
              Optional.ofNullable(settings),
              Optional.ofNullable(images).orElseGet(home::images),
              Optional.ofNullable(name),
              given());
      checked.notes().forEach(note -> System.err.println("note: " + note));
      if (dryRun) {
        workflows.judge(checked.run());
        out.print(checked.run().toYaml());
        return ExitCode.DONE.code();
      }

      checked.upload();
      String run = created(workflows, checked.run());
      out.println("%s  submitted to the namespace %s%n".formatted(run, namespace));
      return waiting.waits ? follow(workflows, template, checked.store(), run) : next(run);
    }
  }

  /** Returns what the flags say, as parameters. */
  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    Optional.ofNullable(source).ifPresent(value -> given.put("source", value));
    Optional.ofNullable(store).ifPresent(value -> given.put("store", value));
    Optional.ofNullable(endpoint).ifPresent(value -> given.put("s3-endpoint", value.toString()));
    Optional.ofNullable(serving).ifPresent(value -> given.put("serving", value));
    given.put("author", author);
    given.putAll(parameters);
    return given;
  }

  /** Two people may submit in one second, so a name that was not asked for gives way. */
  private String created(Workflows workflows, NewRun run) throws IOException {
    NewRun next = run;
    for (int i = 2; !workflows.submit(next); i++) {
      if (name != null) {
        throw new StepFailure(
            ExitCode.CONFIG,
            "There is a run %s in the namespace %s already".formatted(name, namespace),
            null);
      }
      next = run.named(run.name() + "-" + i);
    }
    return next.name();
  }

  private int follow(
      Workflows workflows, WorkflowTemplate template, Optional<ArtifactStore> opened, String run)
      throws IOException, InterruptedException {
    RunState state =
        new ClusterWatch(workflows, template, opened, out).follow(run, waiting.timeout);
    ClusterClosing closing = new ClusterClosing(state);
    out.println();
    out.println("%s  %s".formatted(run, closing.word()));
    closing.reasons().forEach(reason -> out.println("        " + reason));
    out.println("next    " + closing.next(namespace));
    return closing.exitCode().code();
  }

  private int next(String run) {
    out.println(
        "next    ./penstock show %s --cluster%s".formatted(run, ClusterOptions.flag(namespace)));
    return ExitCode.DONE.code();
  }
}
