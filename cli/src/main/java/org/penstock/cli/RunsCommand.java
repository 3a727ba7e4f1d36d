package org.penstock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.penstock.cluster.Cluster;
import org.penstock.workflow.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the runs of a store. */
@Command(
    name = "runs",
    description = "List the runs, the latest first.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

  @Mixin private StoreOptions options;
  @Mixin private ClusterOptions where;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<RunState> runs = runs();
    PrintWriter out = spec.commandLine().getOut();
    if (runs.isEmpty()) {
      out.println(
          "No runs yet; start one with: penstock %s credit-risk"
              .formatted(where.cluster ? "submit" : "run"));
      return 0;
    }

    for (RunState run : runs) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-34s %-12s %s",
              run.name(),
              run.phase().name().toLowerCase(Locale.ROOT),
              run.started()));
    }
    return 0;
  }

  private List<RunState> runs() throws IOException {
    if (!where.cluster) {
      return new Runs(options.open()).all();
    }
    try (Cluster cluster = Cluster.connect()) {
      return cluster.workflows(where.namespace).all();
    }
  }
}
