package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.penstock.artifact.ArtifactStore;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunListener;
import org.penstock.workflow.RunState;
import org.penstock.workflow.Runner;
import org.penstock.workflow.StepLauncher;
import org.penstock.workflow.WorkflowTemplate;

/**
 * A pipeline on this machine: started, or gone on with; shown, and written down after every change,
 * so that a run that was killed can be looked at and resumed.
 */
final class LocalRun {

  private static final int PROGRAMS_AT_ONCE = 2;

  private final WorkflowTemplate workflow;
  private final ArtifactStore store;
  private final StepLauncher launcher;
  private final RunDisplay display;
  private final Clock clock;

  LocalRun(
      WorkflowTemplate workflow,
      ArtifactStore store,
      StepLauncher launcher,
      RunDisplay display,
      Clock clock) {
    this.workflow = requireNonNull(workflow, "workflow");
    this.store = requireNonNull(store, "store");
    this.launcher = requireNonNull(launcher, "launcher");
    this.display = requireNonNull(display, "display");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Answers for a person when the pipeline waits for one. */
  @FunctionalInterface
  interface Answer {

    /** Returns the outputs of the node that waits, or empty if it must wait on. */
    Optional<Map<String, String>> to(RunState state) throws IOException;
  }

  /** Runs the pipeline until it ends, waits for a person, or is interrupted. */
  RunState start(String name, Map<String, String> parameters, Answer answer) {
    return runner(answer).run(name, UUID.randomUUID().toString(), directory(name), parameters);
  }

  /** Goes on with a run, given the outputs of nodes that waited for a person. */
  RunState resume(RunState state, Map<String, Map<String, String>> supplied) {
    return runner(_ -> Optional.empty()).resume(state, directory(state.name()), supplied);
  }

  /**
   * Returns where the logs and the report of a run lie on this machine: in {@code .penstock/runs},
   * or where {@code PENSTOCK_RUNS} says.
   */
  static Path directory(String run) {
    String place = Optional.ofNullable(System.getenv("PENSTOCK_RUNS")).orElse(".penstock/runs");
    return Path.of(place, run).toAbsolutePath();
  }

  private Runner runner(Answer answer) {
    return new Runner(
        workflow,
        display.showing(launcher),
        new Listener(answer),
        clock,
        Thread::sleep,
        PROGRAMS_AT_ONCE);
  }

  private final class Listener implements RunListener {

    private final Answer answer;
    private final Runs runs = new Runs(store);

    Listener(Answer answer) {
      this.answer = answer;
    }

    @Override
    public void changed(RunState state, NodeState node) {
      runs.save(state);
      boolean isToTryAgain = node.phase() == NodePhase.RUNNING && !node.message().isEmpty();
      if (node.phase().isFinished() || isToTryAgain) {
        show(state, node);
      }
    }

    private void show(RunState state, NodeState node) {
      try {
        Interruption.holdOff(
            () -> display.line(RunSummary.line(node, workflow, Optional.of(store))));
        if (node.exitCode().orElse(0) != 0) {
          Path log = directory(state.name()).resolve(node.name()).resolve("log.txt");
          NodeLog.tail(log, 20).forEach(line -> display.line("    " + line));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void ended(RunState state) {
      runs.save(state);
    }

    @Override
    public Optional<Map<String, String>> suspended(RunState state, NodeState node) {
      try {
        return answer.to(state);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
