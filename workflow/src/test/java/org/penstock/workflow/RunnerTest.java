package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.workflow.RunnerFixture.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.InvalidConfigException;

class RunnerTest {

  @TempDir private Path directory;
  private RunnerFixture fixture;
  private FakeLauncher launcher;

  @BeforeEach
  void start() {
    fixture = new RunnerFixture(directory);
    launcher = fixture.launcher;
  }

  @Test
  void runsTasksInTheOrderInWhichTheyWait() {
    RunState state =
        fixture.run(
            workflow(
                """
                - {name: last, template: work, dependencies: [left, right]}
                - {name: left, template: work, depends: first}
                - {name: right, template: work, depends: first.Succeeded}
                - {name: first, template: work}
                """));

    assertEquals(List.of("first", "left", "right", "last"), launcher.started());
    assertEquals(RunPhase.SUCCEEDED, state.phase());
    assertEquals(List.of("last", "left", "right", "first"), List.copyOf(state.nodes().keySet()));
    assertEquals(fixture.last, state);
  }

  @Test
  void tellsEveryChange() {
    fixture.run(workflow("- {name: a, template: work}"));

    assertEquals(List.of("a RUNNING", "a SUCCEEDED", "run SUCCEEDED"), fixture.heard);
  }

  @Test
  void passesOutputsOn() {
    launcher.writing("a", "out", "sha256:ab\n");

    RunState state =
        fixture.run(
            workflow(
                """
                - {name: a, template: work}
                - name: b
                  template: work
                  depends: a
                  arguments: {parameters: [{name: in, value: "<{{tasks.a.outputs.parameters.out}}>"}]}
                """));

    assertEquals(Map.of("out", "sha256:ab"), state.nodes().get("a").outputs());
    assertEquals(Map.of("in", "<sha256:ab>"), state.nodes().get("b").inputs());
    assertEquals("--in=<sha256:ab>", launcher.last("b").arguments().getFirst());
  }

  @Test
  void replacesTagsAndMapsTheDirectoryOfOutputs() {
    fixture.run(workflow("- {name: a, template: work}"));

    Invocation invocation = launcher.last("a");
    Path outputs = directory.resolve("a").resolve("outputs");
    assertEquals(
        List.of("--in=none", "--outputs=" + outputs, "--other=/tmp/outputs2"),
        invocation.arguments());
    assertEquals(Map.of("RUN", "run-1/uid-1/here"), invocation.environment());
    assertEquals(outputs, invocation.outputs());
    assertEquals(directory.resolve("a").resolve("progress"), invocation.progress());
    assertEquals("Main", invocation.mainClass());
    assertEquals("work", invocation.template());
  }

  @Test
  void doesNotReplaceTagsInsideOfValues() {
    launcher.writing("a", "out", "{{workflow.uid}} /tmp/outputs");

    fixture.run(
        workflow(
            """
            - {name: a, template: work}
            - name: b
              template: work
              depends: a
              arguments: {parameters: [{name: in, value: "{{tasks.a.outputs.parameters.out}}"}]}
            """));

    assertEquals("--in={{workflow.uid}} /tmp/outputs", launcher.last("b").arguments().getFirst());
  }

  @Test
  void startsEveryAttemptWithAnEmptyDirectory() throws IOException {
    Files.createDirectories(directory.resolve("a/outputs/deep"));
    Files.writeString(directory.resolve("a/outputs/out"), "of an earlier run");

    RunState state = fixture.run(workflow("- {name: a, template: work}"));

    assertEquals(Map.of("out", "nothing"), state.nodes().get("a").outputs());
  }

  @Test
  void failsANodeWhoseOutputIsMissing() {
    RunState state = fixture.run(workflow("- {name: a, template: strict}"));

    assertEquals(NodePhase.ERROR, state.nodes().get("a").phase());
    assertEquals("the output 'out' was not written", state.nodes().get("a").message());
    assertEquals(RunPhase.FAILED, state.phase());
  }

  @ParameterizedTest
  @CsvSource({"fast, SUCCEEDED", "slow, SKIPPED"})
  void skipsWhatIsNotWanted(String mode, NodePhase expected) {
    WorkflowTemplate workflow =
        workflow(
            """
            - {name: a, template: work, when: "'{{workflow.parameters.mode}}' == 'fast'"}
            - {name: b, template: work, depends: a, arguments: {parameters: [{name: in, value: "{{tasks.a.outputs.parameters.out}}"}]}}
            - {name: c, template: work, depends: a.Succeeded}
            """);

    RunState state =
        fixture.runner(workflow).run("run-1", "uid-1", directory, Map.of("mode", mode));

    assertEquals(expected, state.nodes().get("a").phase());
    assertEquals(Map.of("out", "nothing"), state.nodes().get("a").outputs());
    assertEquals(Map.of("in", "nothing"), state.nodes().get("b").inputs());
    assertEquals(
        expected == NodePhase.SUCCEEDED ? NodePhase.SUCCEEDED : NodePhase.OMITTED,
        state.nodes().get("c").phase());
    assertEquals(RunPhase.SUCCEEDED, state.phase());
  }

  @Test
  void failsANodeWhoseConditionCannotBeDecided() {
    RunState state =
        fixture.run(
            workflow("- {name: a, template: work, when: \"{{workflow.parameters.mode}} < 3\"}"));

    assertEquals(NodePhase.ERROR, state.nodes().get("a").phase());
    assertEquals(
        "cannot order 'fast' and '3.0': one is a number, the other is not",
        state.nodes().get("a").message());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "bad; OMITTED; FAILED",
        "bad.Succeeded; OMITTED; FAILED",
        "bad.Failed; SUCCEEDED; SUCCEEDED",
        "bad.Errored; OMITTED; FAILED",
        "!bad.Succeeded; SUCCEEDED; SUCCEEDED",
        "bad.Succeeded || good; SUCCEEDED; SUCCEEDED",
        "bad.Failed && good.Failed; OMITTED; FAILED",
        "skipped; SUCCEEDED; SUCCEEDED",
        "skipped.Skipped; SUCCEEDED; SUCCEEDED",
        "skipped.Succeeded; OMITTED; SUCCEEDED",
        "omitted.Omitted; SUCCEEDED; SUCCEEDED",
        "omitted; OMITTED; SUCCEEDED",
      })
  void dependsOnHowOthersEnded(String depends, NodePhase expected, RunPhase run) {
    launcher.exiting("bad", 65);
    String used = depends.contains("bad") ? "- {name: bad, template: work}\n" : "";

    RunState state =
        fixture.run(
            workflow(
                """
                - {name: good, template: work}
                %s- {name: skipped, template: work, when: "1 == 2"}
                - {name: omitted, template: work, depends: good.Failed}
                - {name: x, template: work, depends: "%s"}
                """
                    .formatted(used, depends)));

    assertEquals(expected, state.nodes().get("x").phase());
    assertEquals(run, state.phase());
  }

  @Test
  void startsNothingNewOnceABranchHasFailed() {
    launcher.exiting("a", 65);

    RunState state =
        fixture.run(
            workflow(
                """
                - {name: a, template: work}
                - {name: b, template: work, depends: a}
                - {name: c, template: work}
                - {name: d, template: work, depends: c}
                """));

    assertEquals(List.of("a", "c"), launcher.started());
    assertEquals(NodePhase.FAILED, state.nodes().get("a").phase());
    assertEquals("exit code 65", state.nodes().get("a").message());
    assertEquals(65, state.nodes().get("a").exitCode().orElseThrow());
    assertEquals(NodePhase.OMITTED, state.nodes().get("b").phase());
    assertEquals(NodePhase.PENDING, state.nodes().get("d").phase());
    assertEquals(RunPhase.FAILED, state.phase());
    assertTrue(state.finished().isPresent());
  }

  @Test
  void failsANodeThatCannotBeLaunched() {
    launcher.with(
        "a",
        _ -> {
          throw new IOException("no such program");
        });

    RunState state = fixture.run(workflow("- {name: a, template: work}"));

    assertEquals(NodePhase.ERROR, state.nodes().get("a").phase());
    assertEquals("no such program", state.nodes().get("a").message());
    assertTrue(state.nodes().get("a").exitCode().isEmpty());
  }

  @Test
  void survivesALauncherThatBreaks() {
    launcher.with(
        "a",
        _ -> {
          throw new AssertionError("broken");
        });

    RunState state = fixture.run(workflow("- {name: a, template: work}"));

    assertEquals(NodePhase.ERROR, state.nodes().get("a").phase());
    assertEquals("java.lang.AssertionError: broken", state.nodes().get("a").message());
  }

  @Test
  void runsIndependentTasksAtTheSameTime() {
    var both = new CyclicBarrier(2);
    FakeLauncher.Program meet =
        _ -> {
          try {
            both.await(20, TimeUnit.SECONDS);
            return 0;
          } catch (BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
          }
        };
    launcher.with("a", meet).with("b", meet);
    WorkflowTemplate workflow =
        workflow("- {name: a, template: work}\n- {name: b, template: work}");

    RunState state = fixture.runner(workflow, 2).run("run-1", "uid-1", directory, Map.of());

    assertEquals(RunPhase.SUCCEEDED, state.phase());
  }

  @Test
  void refusesParametersThatAreWrongBeforeAnythingRuns() {
    Runner runner = fixture.runner(workflow("- {name: a, template: work}"));

    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () ->
                runner.run("run-1", "uid-1", directory, Map.of("mdoe", "fast", "mode", "medium")));

    assertEquals(
        List.of(
            "mdoe: workflow 'test' has no such parameter; did you mean 'mode'?",
            "mode: expected one of [fast, slow], got 'medium'"),
        thrown.problems());
    assertEquals(List.of(), launcher.started());
  }

  @Test
  void refusesARunWithoutItsParameters() throws IOException {
    try (var yaml = RunnerTest.class.getResourceAsStream("valid-every-field.yaml")) {
      Runner runner = fixture.runner(WorkflowTemplate.read(yaml, "a.yaml"));

      var thrown =
          assertThrows(
              InvalidConfigException.class,
              () -> runner.run("run-1", "uid-1", directory, Map.of()));

      assertEquals(List.of("store: missing"), thrown.problems());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, FAILED, Succeeded, 1", "0, SUCCEEDED, Succeeded, 0", "65, FAILED, Failed, 0"})
  void endsWithTheExitHandler(int code, RunPhase expected, String status, int exit) {
    launcher.exiting("a", code).exiting("onExit", exit);

    RunState state = fixture.run(RunnerFixture.withExitHandler());

    assertEquals(List.of(status, "all of run-1"), launcher.last("onExit").arguments());
    assertEquals(expected, state.phase());
    assertEquals(List.of("a", "onExit"), List.copyOf(state.nodes().keySet()));
  }

  @Test
  void needsAtLeastOneProgramAtOnce() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Runner(
                    workflow("- {name: a, template: work}"),
                    launcher,
                    fixture,
                    Clock.systemUTC(),
                    fixture,
                    0));

    assertEquals("expected at least 1 program at once, got 0", thrown.getMessage());
  }
}
