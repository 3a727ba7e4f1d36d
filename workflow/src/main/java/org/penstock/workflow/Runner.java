package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.config.Problems;
import org.penstock.row.NearestName;

/**
 * Executes a workflow on this machine.
 *
 * <p>Tasks run as soon as what they wait for is done; once a branch has failed nothing new is
 * started. A run in which nothing is left to do but to wait for a person is suspended and returned.
 * An interrupt of the calling thread stops the run: programs are interrupted, what was running is
 * pending again, and the state that is returned can be resumed; the interrupt is restored.
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
    if (parallelism < 1) {
      throw new IllegalArgumentException("expected at least 1 program at once, got " + parallelism);
    }
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
    var state =
        new RunState(
            name,
            uid,
            workflow.name(),
            RunPhase.RUNNING,
            checked(parameters),
            Map.of(),
            clock.instant(),
            Optional.empty());
    return execute(state, directory, Map.of());
  }

  /**
   * Goes on with a run: nodes that succeeded are kept, unless something they waited for is done
   * again; all others are considered anew.
   *
   * @param state of the run, perhaps with other parameters
   * @param supplied outputs of suspend nodes, by node and output name; a node that was answered
   *     before is answered anew
   * @throws org.penstock.config.InvalidConfigException if a parameter is wrong, or {@code supplied}
   *     names what is no output of a suspend node
   */
  public RunState resume(
      RunState state, Path directory, Map<String, Map<String, String>> supplied) {
    var problems = new Problems("");
    supplied.forEach((node, outputs) -> checkSupplied(node, outputs, problems));
    problems.throwIfAny();
    checked(state.parameters());
    return execute(state, directory, supplied);
  }

  private RunState execute(
      RunState state, Path directory, Map<String, Map<String, String>> supplied) {
    var nodes = new LinkedHashMap<String, NodeState>();
    for (Task task : workflow.tasks()) {
      nodes.put(task.name(), kept(task, state, supplied));
    }
    var started =
        new RunState(
            state.name(),
            state.uid(),
            state.workflow(),
            RunPhase.RUNNING,
            state.parameters(),
            nodes,
            state.started(),
            Optional.empty());
    try (var programs = new Programs(directory, launcher, clock, sleeper, parallelism)) {
      return new Execution(workflow, listener, clock, programs, started, supplied).toTheEnd();
    }
  }

  private NodeState kept(Task task, RunState state, Map<String, Map<String, String>> supplied) {
    NodeState pending = NodeState.pending(task.name(), task.template());
    NodeState before = state.nodes().getOrDefault(task.name(), pending);
    boolean waits = before.phase() == NodePhase.SUSPENDED;
    return waits || isKept(task, state, supplied) ? before : pending;
  }

  private boolean isKept(Task task, RunState state, Map<String, Map<String, String>> supplied) {
    NodeState before = state.nodes().get(task.name());
    return before != null
        && before.phase() == NodePhase.SUCCEEDED
        && !supplied.containsKey(task.name())
        && Dependency.of(task).stream()
            .map(dependency -> workflow.task(dependency.task()))
            .allMatch(parent -> isKept(parent, state, supplied) || isLeftOut(parent, state));
  }

  private static boolean isLeftOut(Task task, RunState state) {
    NodeState before = state.nodes().get(task.name());
    return before != null
        && (before.phase() == NodePhase.SKIPPED || before.phase() == NodePhase.OMITTED);
  }

  private Map<String, String> checked(Map<String, String> given) {
    var problems = new Problems("");
    var values = new TreeMap<String, String>();
    List<String> known = workflow.parameters().stream().map(Parameter::name).toList();
    for (String name : new TreeMap<>(given).keySet()) {
      if (!known.contains(name)) {
        problems.add(
            0,
            name,
            "workflow '%s' has no such parameter%s"
                .formatted(workflow.name(), NearestName.hint(name, known)));
      }
    }
    for (Parameter parameter : workflow.parameters()) {
      Optional<String> value =
          Optional.ofNullable(given.get(parameter.name())).or(parameter::value);
      value.ifPresentOrElse(
          text -> values.put(parameter.name(), text),
          () -> problems.add(0, parameter.name(), "missing"));
      if (!parameter.allows(value)) {
        problems.add(
            0,
            parameter.name(),
            "expected one of %s, got '%s'".formatted(parameter.allowed(), value.orElseThrow()));
      }
    }
    problems.throwIfAny();
    return values;
  }

  private void checkSupplied(String node, Map<String, String> outputs, Problems problems) {
    List<String> suspends =
        workflow.tasks().stream()
            .filter(task -> workflow.templates().get(task.template()) instanceof Template.Suspend)
            .map(Task::name)
            .toList();
    if (!suspends.contains(node)) {
      problems.add(0, node, "there is no such suspend node" + NearestName.hint(node, suspends));
      return;
    }

    List<String> known =
        workflow.templates().get(workflow.task(node).template()).outputs().stream()
            .map(Output::name)
            .toList();
    outputs.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            problems.add(
                0, node + "." + name, "there is no such output" + NearestName.hint(name, known)));
  }
}
