package org.penstock.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A runner whose time passes only when it sleeps, and whose listener writes down what it hears. */
final class RunnerFixture extends Clock implements RunListener, Sleeper {

  private final Path directory;
  private volatile Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private Optional<Map<String, String>> answer = Optional.empty();

  final FakeLauncher launcher = new FakeLauncher();
  final List<String> heard = new ArrayList<>();
  final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
  RunState last;

  RunnerFixture(Path directory) {
    this.directory = directory;
  }

  RunnerFixture answering(Map<String, String> outputs) {
    answer = Optional.of(outputs);
    return this;
  }

  /** Returns a workflow of {@code tasks}, each of which may run {@code work} or {@code wait}. */
  static WorkflowTemplate workflow(String tasks) {
    return workflow(tasks, "");
  }

  /**
   * @param more of the template {@code work}, e.g. its retry strategy
   */
  static WorkflowTemplate workflow(String tasks, String more) {
    String yaml =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata: {name: test}
        spec:
          entrypoint: main
          arguments:
            parameters:
              - {name: mode, value: fast, enum: [fast, slow]}
              - {name: store, value: here}
          templates:
            - name: main
              dag:
                tasks:
        %s
            - name: work
              inputs: {parameters: [{name: in, default: none}]}
              outputs: {parameters: [{name: out, valueFrom: {path: /tmp/outputs/out, default: nothing}}]}
              container:
                image: b
                command: [java, -cp, a.jar, Main]
                args: ["--in={{inputs.parameters.in}}", "--outputs=/tmp/outputs", "--other=/tmp/outputs2"]
                env: [{name: RUN, value: "{{workflow.name}}/{{workflow.uid}}/{{workflow.parameters.store}}"}]
        %s
            - name: strict
              outputs: {parameters: [{name: out, valueFrom: {path: /tmp/outputs/out}}]}
              container: {image: b, command: [java, Main]}
            - name: wait
              inputs: {parameters: [{name: evidence, default: ""}]}
              suspend: {duration: 2h}
              outputs:
                parameters:
                  - {name: decision, valueFrom: {supplied: {}, default: REJECT}}
            - name: must
              suspend: {}
              outputs: {parameters: [{name: decision, valueFrom: {supplied: {}}}]}
        """
            .formatted(tasks.indent(12).stripTrailing(), more.indent(6).stripTrailing());
    return read(yaml);
  }

  /** Returns a workflow of one task {@code a} and an exit handler that is told the status. */
  static WorkflowTemplate withExitHandler() {
    return read(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata: {name: test}
        spec:
          entrypoint: main
          onExit: notify
          templates:
            - {name: main, dag: {tasks: [{name: a, template: work}]}}
            - {name: work, container: {image: b, command: [java, Main]}}
            - name: notify
              inputs: {parameters: [{name: whom, default: "all of {{workflow.name}}"}]}
              container:
                image: b
                command: [java, Main]
                args: ["{{workflow.status}}", "{{inputs.parameters.whom}}"]
        """);
  }

  private static WorkflowTemplate read(String yaml) {
    try {
      return WorkflowTemplate.read(
          new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Runner runner(WorkflowTemplate workflow) {
    return runner(workflow, 1);
  }

  Runner runner(WorkflowTemplate workflow, int parallelism) {
    return new Runner(workflow, launcher, this, this, this, parallelism);
  }

  RunState run(WorkflowTemplate workflow) {
    return runner(workflow).run("run-1", "uid-1", directory, Map.of());
  }

  RunState resume(
      WorkflowTemplate workflow, RunState state, Map<String, Map<String, String>> supplied) {
    return runner(workflow).resume(state, directory, supplied);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void changed(RunState state, NodeState node) {
    heard.add(node.name() + " " + node.phase());
    last = state;
  }

  @Override
  public void ended(RunState state) {
    heard.add("run " + state.phase());
    last = state;
  }

  @Override
  public Optional<Map<String, String>> suspended(RunState state, NodeState node) {
    return answer;
  }

  @Override
  public void sleep(Duration time) {
    slept.add(time);
    pass(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
