package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.workflow.RunnerFixture.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.InvalidConfigException;

class RunnerResumeTest {

  private static final WorkflowTemplate APPROVAL =
      workflow(
          """
          - {name: train, template: work}
          - name: approval
            template: wait
            depends: train.Succeeded
            when: "'{{workflow.parameters.mode}}' == 'fast'"
            arguments: {parameters: [{name: evidence, value: "see {{tasks.train.outputs.parameters.out}}"}]}
          - name: deploy
            template: work
            depends: approval.Succeeded
            when: "'{{tasks.approval.outputs.parameters.decision}}' == 'APPROVE'"
          """);

  @TempDir private Path directory;
  private RunnerFixture fixture;
  private FakeLauncher launcher;

  @BeforeEach
  void start() {
    fixture = new RunnerFixture(directory);
    launcher = fixture.launcher;
  }

  @Test
  void leavesARunThatWaitsForAPerson() {
    RunState state = fixture.run(APPROVAL);

    assertEquals(RunPhase.SUSPENDED, state.phase());
    assertEquals(NodePhase.SUSPENDED, state.nodes().get("approval").phase());
    assertEquals(Map.of("evidence", "see nothing"), state.nodes().get("approval").inputs());
    assertEquals(NodePhase.PENDING, state.nodes().get("deploy").phase());
    assertTrue(state.finished().isEmpty());
  }

  @Test
  void goesOnAtOnceIfThePersonIsThere() {
    RunState state = fixture.answering(Map.of("decision", "APPROVE")).run(APPROVAL);

    assertEquals(RunPhase.SUCCEEDED, state.phase());
    assertEquals(List.of("train", "deploy"), launcher.started());
  }

  @ParameterizedTest
  @CsvSource({"APPROVE, SUCCEEDED", "REJECT, SKIPPED", "approve, SKIPPED", "'', SKIPPED"})
  void goesOnWithTheAnswer(String decision, NodePhase deploy) {
    RunState suspended = fixture.run(APPROVAL);

    RunState state =
        fixture.resume(APPROVAL, suspended, Map.of("approval", Map.of("decision", decision)));

    assertEquals(deploy, state.nodes().get("deploy").phase());
    assertEquals(Map.of("decision", decision), state.nodes().get("approval").outputs());
    assertEquals(RunPhase.SUCCEEDED, state.phase());
    assertEquals(1, launcher.started().stream().filter("train"::equals).count());
  }

  @Test
  void takesTheDefaultOfWhatThePersonLeavesOut() {
    RunState suspended = fixture.run(APPROVAL);

    RunState state = fixture.resume(APPROVAL, suspended, Map.of("approval", Map.of()));

    assertEquals(Map.of("decision", "REJECT"), state.nodes().get("approval").outputs());
  }

  @Test
  void failsIfThePersonLeavesOutWhatHasNoDefault() {
    WorkflowTemplate workflow = workflow("- {name: a, template: must}");

    RunState state = fixture.answering(Map.of()).run(workflow);

    assertEquals(NodePhase.ERROR, state.nodes().get("a").phase());
    assertEquals("the output 'decision' was not supplied", state.nodes().get("a").message());
  }

  @ParameterizedTest
  @CsvSource({"7199, SUSPENDED", "7200, SUCCEEDED"})
  void takesTheDefaultsOnceTheTimeIsOver(long seconds, RunPhase expected) {
    RunState suspended = fixture.run(APPROVAL);
    fixture.pass(Duration.ofSeconds(3600));
    RunState again = fixture.resume(APPROVAL, suspended, Map.of());
    fixture.pass(Duration.ofSeconds(seconds - 3600));

    RunState state = fixture.resume(APPROVAL, again, Map.of());

    assertEquals(expected, state.phase());
    if (expected == RunPhase.SUCCEEDED) {
      assertEquals("nobody answered in time", state.nodes().get("approval").message());
      assertEquals(NodePhase.SKIPPED, state.nodes().get("deploy").phase());
    }
  }

  @Test
  void lateAnswersCountWhileTheRunWaits() {
    RunState suspended = fixture.run(APPROVAL);
    fixture.pass(Duration.ofDays(9));

    RunState state =
        fixture.resume(APPROVAL, suspended, Map.of("approval", Map.of("decision", "APPROVE")));

    assertEquals(NodePhase.SUCCEEDED, state.nodes().get("deploy").phase());
  }

  @Test
  void asksAgainAfterARejection() {
    RunState rejected = fixture.answering(Map.of("decision", "REJECT")).run(APPROVAL);

    RunState state =
        fixture.resume(APPROVAL, rejected, Map.of("approval", Map.of("decision", "APPROVE")));

    assertEquals(NodePhase.SUCCEEDED, state.nodes().get("deploy").phase());
    assertEquals(List.of("train", "deploy"), launcher.started());
  }

  @Test
  void considersAnewWhatWasSkippedForAParameter() {
    RunState skipped =
        fixture.runner(APPROVAL).run("run-1", "uid-1", directory, Map.of("mode", "slow"));
    assertEquals(NodePhase.SKIPPED, skipped.nodes().get("approval").phase());
    assertEquals(NodePhase.OMITTED, skipped.nodes().get("deploy").phase());

    RunState state =
        fixture.resume(
            APPROVAL,
            skipped.withParameters(Map.of("mode", "fast")),
            Map.of("approval", Map.of("decision", "APPROVE")));

    assertEquals(NodePhase.SUCCEEDED, state.nodes().get("deploy").phase());
    assertEquals(List.of("train", "deploy"), launcher.started());
  }

  @Test
  void runsAgainWhatFailedAndWhatCameOfIt() {
    WorkflowTemplate workflow =
        workflow(
            """
            - {name: a, template: work}
            - {name: b, template: work, depends: a}
            - {name: alarm, template: work, depends: b.Failed}
            - {name: c, template: work, depends: b}
            """);
    launcher.exiting("b", 65);
    RunState failed = fixture.run(workflow);
    assertEquals(NodePhase.SUCCEEDED, failed.nodes().get("alarm").phase());
    assertEquals(RunPhase.FAILED, failed.phase());

    launcher.exiting("b", 0);
    RunState state = fixture.resume(workflow, failed, Map.of());

    assertEquals(List.of("a", "b", "alarm", "b", "c"), launcher.started());
    assertEquals(NodePhase.OMITTED, state.nodes().get("alarm").phase());
    assertEquals(RunPhase.SUCCEEDED, state.phase());
  }

  @Test
  void refusesAnswersToNobody() {
    RunState suspended = fixture.run(APPROVAL);

    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () ->
                fixture.resume(
                    APPROVAL,
                    suspended,
                    new TreeMap<>(
                        Map.of(
                            "approval", Map.of("decison", "APPROVE"),
                            "aproval", Map.of("decision", "APPROVE")))));

    assertEquals(
        List.of(
            "approval.decison: there is no such output; did you mean 'decision'?",
            "aproval: there is no such suspend node; did you mean 'approval'?"),
        thrown.problems());
  }

  @Test
  void resumesFromWhatWasWrittenDown() {
    RunState suspended = fixture.run(APPROVAL);

    RunState read = RunState.fromTree(suspended.toTree());

    assertEquals(suspended, read);
    assertEquals(
        RunPhase.SUCCEEDED, fixture.resume(APPROVAL, read, Map.of("approval", Map.of())).phase());
  }

  @Test
  void refusesAStateOfAnotherFormat() {
    Map<String, Object> tree = new TreeMap<>(fixture.run(APPROVAL).toTree());
    tree.put("format-version", 2);

    var thrown = assertThrows(InvalidConfigException.class, () -> RunState.fromTree(tree));

    assertEquals(List.of("run: format-version: expected 1, got 2"), thrown.problems());
  }

  @Test
  void writesAStateThatPeopleCanRead() {
    RunState state = fixture.run(workflow("- {name: a, template: work}"));

    assertEquals(
        "{finished=2026-01-31T12:00:00Z, format-version=1, name=run-1, nodes={a={attempts=1,"
            + " exit-code=0, finished=2026-01-31T12:00:00Z, inputs={in=none}, message=, name=a,"
            + " outputs={out=nothing}, phase=succeeded, started=2026-01-31T12:00:00Z,"
            + " template=work}}, parameters={mode=fast, store=here}, phase=succeeded,"
            + " started=2026-01-31T12:00:00Z, uid=uid-1, workflow=test}",
        state.toTree().toString());
  }

  @Test
  void stopsWhenInterruptedAndGoesOnLater() throws InterruptedException {
    WorkflowTemplate workflow =
        workflow("- {name: a, template: work}\n- {name: b, template: work, depends: a}");
    var running = new CountDownLatch(1);
    launcher.with(
        "b",
        _ -> {
          running.countDown();
          new CountDownLatch(1).await();
          return 0;
        });
    var stopped = new AtomicReference<RunState>();
    var restored = new AtomicReference<Boolean>();
    Thread runner =
        Thread.ofPlatform()
            .start(() -> {
              stopped.set(fixture.run(workflow));
              restored.set(Thread.interrupted());
            });
    running.await();

    runner.interrupt();
    runner.join();

    assertEquals(RunPhase.INTERRUPTED, stopped.get().phase());
    assertEquals(true, restored.get());
    assertEquals(NodePhase.PENDING, stopped.get().nodes().get("b").phase());
    assertFalse(stopped.get().finished().isPresent());

    launcher.exiting("b", 0);
    RunState state = fixture.resume(workflow, stopped.get(), Map.of());

    assertEquals(RunPhase.SUCCEEDED, state.phase());
    assertEquals(List.of("a", "b", "b"), launcher.started());
  }

  @Test
  void startsNothingWhenInterruptedBefore() {
    Thread.currentThread().interrupt();

    RunState state = fixture.run(workflow("- {name: a, template: work}"));

    assertTrue(Thread.interrupted());
    assertEquals(RunPhase.INTERRUPTED, state.phase());
    assertEquals(List.of(), launcher.started());
  }
}
