package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Executes a workflow on this machine.
 *
 * <p>An interrupt of the calling thread stops the run: programs are interrupted, what was running
 * is pending again, and the state that is returned can be resumed; the interrupt is restored.
 */
public final class Runner {

  private final WorkflowTemplate workflow;
  private final StepLauncher launcher;
  private final RunListener listener;
  private final Clock clock;
  private final Sleeper sleeper;
  private final int parallelism;

  /**
   * @param parallelism how many programs may run at once, at least 1
   */
  public Runner(
      WorkflowTemplate workflow,
      StepLauncher launcher,
      RunListener listener,
      Clock clock,
      Sleeper sleeper,
      int parallelism) {
    this.workflow = requireNonNull(workflow, "workflow");
    this.launcher = requireNonNull(launcher, "launcher");
    this.listener = requireNonNull(listener, "listener");
    this.clock = requireNonNull(clock, "clock");
    this.sleeper = requireNonNull(sleeper, "sleeper");
    this.parallelism = parallelism;
  }

  /**
   * Runs the workflow until it ends, is suspended or is interrupted.
   *
   * @param name {@code {{workflow.name}}}
   * @param uid {@code {{workflow.uid}}}
   * @param directory of the run: each node has its own directory in it
   * @param parameters of the workflow; those left out take their defaults
   * @throws org.penstock.config.InvalidConfigException if a parameter is unknown, missing, or not
   *     one of those allowed
   */
  public RunState run(String name, String uid, Path directory, Map<String, String> parameters) {
    throw new UnsupportedOperationException(
        "" + launcher + listener + clock + sleeper + parallelism + workflow);
  }

  /**
   * Goes on with a run: nodes that succeeded are kept, all others are considered anew.
   *
   * @param supplied outputs of suspend nodes, by node and output name
   */
  public RunState resume(
      RunState state, Path directory, Map<String, Map<String, String>> supplied) {
    throw new UnsupportedOperationException();
  }
}
