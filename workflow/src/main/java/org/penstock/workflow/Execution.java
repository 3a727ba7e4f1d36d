package org.penstock.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** One run under way. Used by one thread; programs tell their changes through a queue. */
final class Execution {

  private static final String EXIT_NODE = "onExit";

  private final WorkflowTemplate workflow;
  private final RunListener listener;
  private final Clock clock;
  private final Programs programs;
  private final Map<String, Map<String, String>> supplied;
  private final Map<String, NodeState> nodes;
  private final Set<String> running = new HashSet<>();
  private RunState state;

  Execution(
      WorkflowTemplate workflow,
      RunListener listener,
      Clock clock,
      Programs programs,
      RunState state,
      Map<String, Map<String, String>> supplied) {
    this.workflow = workflow;
    this.listener = listener;
    this.clock = clock;
    this.programs = programs;
    this.supplied = supplied;
    this.state = state;
    this.nodes = new LinkedHashMap<>(state.nodes());
  }

  RunState toTheEnd() {
    try {
      askAgain();
      settle();
      RunPhase phase = phase();
      if (phase != RunPhase.SUSPENDED && workflow.onExit().isPresent()) {
        phase = exit(phase);
      }
      return end(phase);
    } catch (InterruptedException e) {
      programs.stop().forEach(this::change);
      Thread.currentThread().interrupt();
      return end(RunPhase.INTERRUPTED);
    }
  }

  private RunState end(RunPhase phase) {
    boolean ended = phase == RunPhase.SUCCEEDED || phase == RunPhase.FAILED;
    state =
        new RunState(
            state.name(),
            state.uid(),
            state.workflow(),
            phase,
            state.parameters(),
            nodes,
            state.started(),
            ended ? Optional.of(clock.instant()) : Optional.empty());
    listener.ended(state);
    return state;
  }

  /** Starts what can be started and waits for what runs, until neither is left. */
  private void settle() throws InterruptedException {
    while (true) {
      if (advance()) {
        continue;
      }
      if (running.isEmpty()) {
        return;
      }
      change(programs.next());
    }
  }

  private boolean advance() throws InterruptedException {
    boolean advanced = false;
    for (Task task : workflow.tasks()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      boolean waits = nodes.get(task.name()).phase() == NodePhase.PENDING;
      if (waits && !running.contains(task.name()) && isDue(task) && !hasFailedBranch()) {
        start(task);
        advanced = true;
      }
    }
    return advanced;
  }

  private boolean isDue(Task task) {
    return Dependency.of(task).stream().allMatch(parent -> phase(parent.task()).isFinished());
  }

  private void start(Task task) {
    NodeState node = nodes.get(task.name());
    Template template = workflow.templates().get(task.template());
    var resolver = new Resolver(state, Map.of(), "");
    try {
      boolean omitted =
          task.depends()
              .filter(depends -> !depends.holds(Resolver.outcomes(this::phase)))
              .isPresent();
      if (omitted) {
        leaveOut(node, template, NodePhase.OMITTED, "what it depends on did not come about");
        return;
      }
      if (task.when().filter(when -> !when.holds(resolver)).isPresent()) {
        leaveOut(node, template, NodePhase.SKIPPED, "its 'when' is false");
        return;
      }

      Map<String, String> inputs = inputs(task, template, resolver);
      switch (template) {
        case Template.Container container -> run(container, node, inputs, "");
        case Template.Suspend suspend -> ask(suspend, node, inputs);
        case Template.Dag _ -> throw new IllegalStateException("A dag in a dag");
      }
    } catch (IllegalArgumentException e) {
      fail(node, e.getMessage());
    }
  }

  private void leaveOut(NodeState node, Template template, NodePhase phase, String why) {
    var outputs = new TreeMap<String, String>();
    template
        .outputs()
        .forEach(output -> output.value().ifPresent(text -> outputs.put(output.name(), text)));
    change(node.finished(phase, OptionalInt.empty(), outputs, why, clock.instant()));
  }

  private void fail(NodeState node, String why) {
    change(node.finished(NodePhase.ERROR, OptionalInt.empty(), Map.of(), why, clock.instant()));
  }

  private Map<String, String> inputs(Task task, Template template, Resolver resolver) {
    var inputs = new TreeMap<String, String>();
    for (Parameter input : template.inputs()) {
      String text =
          Optional.ofNullable(task.arguments().get(input.name())).or(input::value).orElseThrow();
      inputs.put(input.name(), resolver.replace(text));
    }
    return inputs;
  }

  private void run(
      Template.Container container, NodeState node, Map<String, String> inputs, String status) {
    running.add(node.name());
    programs.start(container, node.withInputs(inputs), new Resolver(state, inputs, status));
  }

  /** Asks once more about nodes that were suspended when the run was left. */
  private void askAgain() {
    for (Task task : workflow.tasks()) {
      NodeState node = nodes.get(task.name());
      if (node.phase() == NodePhase.SUSPENDED
          && workflow.templates().get(task.template()) instanceof Template.Suspend suspend) {
        ask(suspend, node, node.inputs());
      }
    }
  }

  private void ask(Template.Suspend suspend, NodeState node, Map<String, String> inputs) {
    Instant now = clock.instant();
    NodeState suspended = node.started(NodePhase.SUSPENDED, 0, inputs, now);
    change(suspended);
    Optional<Map<String, String>> answer = Optional.ofNullable(supplied.get(node.name()));
    boolean late =
        suspend
            .duration()
            .filter(most -> !now.isBefore(suspended.started().orElse(now).plus(most)))
            .isPresent();
    if (answer.isEmpty() && late) {
      answer(suspend, suspended, Map.of(), "nobody answered in time");
      return;
    }

    answer
        .or(() -> listener.suspended(state, suspended))
        .ifPresent(outputs -> answer(suspend, suspended, outputs, ""));
  }

  private void answer(
      Template.Suspend suspend, NodeState node, Map<String, String> given, String why) {
    var outputs = new TreeMap<String, String>();
    for (Output output : suspend.outputs()) {
      Optional<String> value = Optional.ofNullable(given.get(output.name())).or(output::value);
      if (value.isEmpty()) {
        fail(node, "the output '%s' was not supplied".formatted(output.name()));
        return;
      }
      outputs.put(output.name(), value.get());
    }
    change(node.finished(NodePhase.SUCCEEDED, OptionalInt.empty(), outputs, why, clock.instant()));
  }

  private void change(NodeState node) {
    if (node.phase() == NodePhase.PENDING || node.phase().isFinished()) {
      running.remove(node.name());
    }
    nodes.put(node.name(), node);
    state =
        new RunState(
            state.name(),
            state.uid(),
            state.workflow(),
            state.phase(),
            state.parameters(),
            Collections.unmodifiableMap(nodes),
            state.started(),
            Optional.empty());
    listener.changed(state, node);
  }

  private RunPhase exit(RunPhase phase) throws InterruptedException {
    var container = (Template.Container) workflow.templates().get(workflow.onExit().orElseThrow());
    String status = phase == RunPhase.SUCCEEDED ? "Succeeded" : "Failed";
    var resolver = new Resolver(state, Map.of(), status);
    var inputs = new TreeMap<String, String>();
    container
        .inputs()
        .forEach(input -> inputs.put(input.name(), resolver.replace(input.value().orElseThrow())));
    nodes.put(EXIT_NODE, NodeState.pending(EXIT_NODE, container.name()));
    run(container, nodes.get(EXIT_NODE), inputs, status);
    while (!running.isEmpty()) {
      change(programs.next());
    }
    return phase(EXIT_NODE) == NodePhase.SUCCEEDED ? phase : RunPhase.FAILED;
  }

  private RunPhase phase() {
    if (hasFailedBranch()) {
      return RunPhase.FAILED;
    }
    boolean finished = nodes.values().stream().allMatch(node -> node.phase().isFinished());
    return finished ? RunPhase.SUCCEEDED : RunPhase.SUSPENDED;
  }

  private NodePhase phase(String task) {
    return nodes.get(task).phase();
  }

  /** A task that ended badly is forgiven by those that depend on its ending badly. */
  private boolean hasFailedBranch() {
    Set<String> waitedFor = new HashSet<>();
    workflow.tasks().stream()
        .flatMap(task -> Dependency.of(task).stream())
        .forEach(dependency -> waitedFor.add(dependency.task()));
    return workflow.tasks().stream()
        .filter(task -> !waitedFor.contains(task.name()))
        .anyMatch(this::hasFailed);
  }

  /** A task that did not run is as good or bad as those before it. */
  private boolean hasFailed(Task task) {
    return switch (phase(task.name())) {
      case FAILED, ERROR -> true;
      case PENDING, RUNNING, SUSPENDED, SUCCEEDED -> false;
      case SKIPPED, OMITTED ->
          Dependency.of(task).stream().anyMatch(parent -> hasFailed(workflow.task(parent.task())));
    };
  }
}
