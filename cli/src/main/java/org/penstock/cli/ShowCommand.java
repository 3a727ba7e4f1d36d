package org.penstock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.cluster.Cluster;
import org.penstock.workflow.RunState;
import org.penstock.workflow.WorkflowTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one run. */
@Command(
    name = "show",
    description = "Show a run: steps, parameters, artifacts, report.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Its name, or the end of it.")
  private String run;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(
      names = "--state",
      description =
          "Print one word only: running, waiting, deployed, not-deployed, rejected, failed.")
  private boolean word;

  @Option(names = "--report", paramLabel = "FILE", description = "Copy the report to this file.")
  private Path report;

  @Mixin private StoreOptions options;
  @Mixin private ClusterOptions where;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!where.cluster) {
      ArtifactStore store = options.open();
      RunState state = new Runs(store).named(run);
      Path pipeline =
          PenstockHome.ofEnvironment().pipeline(state.parameters().getOrDefault("project", ""));
      return show(state, WorkflowTemplate.read(pipeline), Optional.of(store));
    }

    try (Cluster cluster = Cluster.connect()) {
      ClusterRun found =
          new ClusterRun(cluster.workflows(where.namespace).run(run), options.s3Endpoint());
      return show(found.state(), found.template(), word ? Optional.empty() : store(found));
    }
  }

  /**
   * What Argo itself knows is shown also where the store is out of reach, unless files are asked.
   */
  private Optional<ArtifactStore> store(ClusterRun found) throws IOException {
    try {
      return Optional.of(found.store());
    } catch (IOException | InvalidStoreException e) {
      if (report != null) {
        throw e;
      }
      spec.commandLine().getErr().println("note: neither rows nor report. " + e.getMessage());
      return Optional.empty();
    }
  }

  private int show(RunState state, WorkflowTemplate template, Optional<ArtifactStore> store)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (word) {
      out.println(new ClusterClosing(state).word());
      return 0;
    }

    RunSummary summary = RunSummary.of(state, template, store);
    Optional<Path> written =
        store.isPresent() ? new RunReport(store.get()).write(state) : Optional.empty();
    if (report != null && written.isPresent()) {
      Files.copy(written.get(), report, StandardCopyOption.REPLACE_EXISTING);
    }
    if (json) {
      out.println(
          new String(CanonicalJson.write(summary.toTree(store, written)), StandardCharsets.UTF_8));
      return 0;
    }

    print(state, summary, written, out);
    return 0;
  }

  private static void print(
      RunState state, RunSummary summary, Optional<Path> report, PrintWriter out) {
    out.println("%s  %s  started %s".formatted(state.name(), summary.phase(), state.started()));
    out.println();
    out.print(summary.toText());
    out.println();
    out.println("  parameters");
    state.parameters().forEach((name, value) -> out.println("    %s = %s".formatted(name, value)));
    out.println();
    out.println("  artifacts");
    for (StepRow step : summary.steps()) {
      step.outputs()
          .forEach(
              (name, digest) -> out.println("    %s/%s  %s".formatted(step.name(), name, digest)));
    }
    report.ifPresent(file -> out.println(System.lineSeparator() + "  report  " + file));
  }
}
