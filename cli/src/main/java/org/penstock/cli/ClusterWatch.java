package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.penstock.artifact.ArtifactStore;
import org.penstock.cluster.Workflows;
import org.penstock.config.Durations;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunPhase;
import org.penstock.workflow.RunState;
import org.penstock.workflow.WorkflowTemplate;

/** Shows the steps of a run on a cluster as they end, until it ends or waits for a person. */
final class ClusterWatch {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int LOOKS_PER_LOOK_AT_PODS = 3;

  /** An API server that does not answer is waited for this long. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Workflows workflows;
  private final WorkflowTemplate template;
  private final Optional<ArtifactStore> store;
  private final PrintStream out;
  private final Set<String> shown = new HashSet<>();

  /**
   * @param store has the manifests, which know the rows; empty: they are not shown
   */
  ClusterWatch(
      Workflows workflows,
      WorkflowTemplate template,
      Optional<ArtifactStore> store,
      PrintStream out) {
    this.workflows = requireNonNull(workflows, "workflows");
    this.template = requireNonNull(template, "template");
    this.store = requireNonNull(store, "store");
    this.out = requireNonNull(out, "out");
  }

  /** Returns this, silent about what a person has seen in {@code seen}. */
  ClusterWatch after(RunState seen) {
    seen.nodes().values().forEach(node -> shown.add(id(node)));
    return this;
  }

  /**
   * Follows the run called {@code name}.
   *
   * @return how it stands when it has ended or waits
   * @throws StepFailure if it cannot go on, or not in time; the run itself is left alone
   */
  RunState follow(String name, Duration timeout) throws IOException, InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    long heard = System.nanoTime();
    for (int look = 0; ; look++) {
      try {
        RunState state = workflows.run(name);
        heard = System.nanoTime();
        show(state);
        if (state.phase() != RunPhase.RUNNING) {
          return state;
        }
        if (look % LOOKS_PER_LOOK_AT_PODS == LOOKS_PER_LOOK_AT_PODS - 1) {
          judge(name);
        }
      } catch (IOException e) {
        if (System.nanoTime() - heard > PATIENCE.toNanos()) {
          throw e;
        }
      }
      if (System.nanoTime() - end > 0) {
        throw new StepFailure(
            ExitCode.TEMPORARY,
            "Run %s still goes on after %s; ./penstock show %s --cluster looks again"
                .formatted(name, Durations.text(timeout), name),
            null);
      }
      Thread.sleep(EVERY);
    }
  }

  private void show(RunState state) throws IOException {
    for (NodeState node : state.nodes().values()) {
      if (isToTell(node) && shown.add(id(node))) {
        out.println(RunSummary.line(node, template, store));
        boolean failed = node.phase().isFinished() && node.exitCode().orElse(0) != 0;
        if (failed || node.phase() == NodePhase.PENDING) {
          out.println("    " + node.message());
        }
      }
    }
  }

  /** What is only getting ready says so in one word, such as PodInitializing. */
  private static boolean isToTell(NodeState node) {
    return node.phase().isFinished() || node.message().contains(" ");
  }

  private static String id(NodeState node) {
    return node.name() + node.phase() + node.message();
  }

  /** What may pass, such as a node that others use, is told once and waited for. */
  private void judge(String name) {
    List<String> lasting = workflows.troubles(name, true);
    if (!lasting.isEmpty()) {
      List<String> sentences = new ArrayList<>(lasting);
      sentences.add(
          "Run %s does not get on. It goes on by itself once that is mended; to give it up: kubectl delete workflow %s -n %s"
              .formatted(name, name, workflows.namespace()));
      throw new StepFailure(ExitCode.CONFIG, sentences);
    }
    workflows.troubles(name, false).stream()
        .filter(shown::add)
        .forEach(trouble -> out.println("    " + trouble));
  }
}
