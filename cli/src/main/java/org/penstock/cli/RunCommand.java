package org.penstock.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.penstock.artifact.ArtifactStore;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.ingest.Sources;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.StepLauncher;
import org.penstock.workflow.WorkflowTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the pipeline of a project on this machine. */
@Command(
    name = "run",
    description = "Run the pipeline of a project on this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "Which project, e.g. credit-risk.")
  private String project;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "The rows: csv, csv.gz, or a URL; several with commas, or train=FILE,test=FILE."
              + " Without it a sample is generated.")
  private String data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings to use instead of the project's own project.yaml.")
  private Path settings;

  @Option(
      names = "--workflow",
      paramLabel = "FILE",
      description = "Argo workflow to run instead of pipelines/argo/PROJECT.yaml.")
  private Path workflow;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the workflow; may be given several times.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--approve-as",
      paramLabel = "NAME",
      description = "Approve as this person when the run waits for one; recorded as self-approved.")
  private String approver;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is approved, one line.")
  private String reason;

  @Option(
      names = "--despite-policy",
      description = "Approve also what the policy rejects; needs --approve-as and --reason.")
  private boolean despitePolicy;

  @Option(names = "--isolate", description = "Run each step in a process of its own.")
  private boolean isolate;

  @Option(names = "--json", description = "Print the closing table as one JSON document.")
  private boolean json;

  @Mixin private StoreOptions options;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    PenstockHome home = PenstockHome.ofEnvironment();
    requireFiles();
    Path pipeline = workflow == null ? home.pipeline(project) : workflow;
    WorkflowTemplate template = WorkflowTemplate.read(pipeline);
    Settings chosen = Settings.of(home, project, Optional.ofNullable(settings));
    ProjectYaml config = chosen.checked();
    ArtifactStore store = options.open();
    LocalRun.Answer answer = answer(config, store);

    PrintStream out = json ? System.err : System.out;
    boolean terminal = System.console() != null && System.console().isTerminal() && !json;
    String name = new Runs(store).newName(project, clock);
    template.warnings().forEach(warning -> out.println("  note: " + warning));
    out.println(title(name, config));
    try (RunDisplay display = new RunDisplay(out, terminal)) {
      LocalRun run = new LocalRun(template, store, launcher(), display, clock);
      Map<String, String> given = given(template, store, chosen.yaml());
      Closing closing = new Closing(template, store, options.typed(System.getenv()), out, json);
      return Interruption.during(() -> run.start(name, given, answer), closing::print);
    }
  }

  /** Who is asked when the run waits for a person: nobody, where there is no model to approve. */
  private LocalRun.Answer answer(ProjectYaml settings, ArtifactStore store) {
    if (!(settings instanceof ProjectConfig config)) {
      return _ -> Optional.empty();
    }

    ApprovalDesk desk = new ApprovalDesk(store, config, ApprovalDesk.keysOfUser(), clock);
    ApprovalPrompt prompt =
        new ApprovalPrompt(desk, store, approver, reason, despitePolicy, data == null);
    prompt.check();
    return prompt::answer;
  }

  /** Says at once of all files that are named and cannot be read, that they cannot. */
  private void requireFiles() {
    List<String> problems =
        Stream.of(settings, workflow)
            .filter(Objects::nonNull)
            .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
            .map(file ->
                Files.exists(file) ? file + " is no file to be read" : "There is no file " + file)
            .toList();
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.INPUT, problems);
    }
  }

  private String title(String name, ProjectYaml config) {
    String rows =
        data == null
            ? "generated sample of %d entities, seed %d; --data FILE takes your own rows"
                .formatted(config.sample().entities(), config.sample().seed())
            : data;
    return "%s  %s%nrows: %s%nstore: %s%n".formatted(name, config.title(), rows, options.location);
  }

  private StepLauncher launcher() {
    return isolate ? new ProcessLauncher(project) : new SameJvmLauncher(clock);
  }

  /** Returns what the command line says, for those parameters that the workflow has. */
  private Map<String, String> given(WorkflowTemplate template, ArtifactStore store, byte[] yaml)
      throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("project", project);
    known.put("config", store.put(yaml).toString());
    known.put("champion", Champion.of(project, store, note -> System.err.println("note: " + note)));
    known.put("source", data == null ? "sample" : Sources.parse(data).absolute().toString());
    known.put("store", place());
    known.put("s3-endpoint", options.s3Endpoint().map(URI::toString).orElse(""));
    known.put("author", System.getProperty("user.name"));
    known.put("despite-policy", Boolean.toString(despitePolicy));
    known.keySet().retainAll(template.parameters().stream().map(p -> p.name()).toList());
    known.putAll(parameters);
    return known;
  }

  private String place() {
    return options.location.contains("://")
        ? options.location
        : Path.of(options.location).toAbsolutePath().toString();
  }
}
