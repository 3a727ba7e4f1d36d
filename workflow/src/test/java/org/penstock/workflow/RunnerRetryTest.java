package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.penstock.workflow.RunnerFixture.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerRetryTest {

  private static final String BY_CODE =
      """
      retryStrategy:
        limit: 3
        retryPolicy: Always
        expression: 'lastRetry.status == "Error" || asInt(lastRetry.exitCode) in [75, 137, 143]'
        backoff: {duration: "10s", factor: "2", cap: "30s", maxDuration: "15m"}
      """;

  @TempDir private Path directory;
  private RunnerFixture fixture;
  private FakeLauncher launcher;

  @BeforeEach
  void start() {
    fixture = new RunnerFixture(directory);
    launcher = fixture.launcher;
  }

  private NodeState run(String retry) {
    return fixture.run(workflow("- {name: a, template: work}", retry)).nodes().get("a");
  }

  @ParameterizedTest
  @ValueSource(ints = {75, 137, 143})
  void triesAgainWhatMayPass(int code) {
    launcher.exiting("a", code, code, 0);

    NodeState node = run(BY_CODE);

    assertEquals(NodePhase.SUCCEEDED, node.phase());
    assertEquals(3, node.attempts());
    assertEquals(0, node.exitCode().orElseThrow());
    assertEquals(seconds(10, 20), fixture.slept);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65, 66, 78})
  void doesNotTryAgainWhatWillNotPass(int code) {
    launcher.exiting("a", code, 0);

    NodeState node = run(BY_CODE);

    assertEquals(NodePhase.FAILED, node.phase());
    assertEquals(1, node.attempts());
    assertEquals(code, node.exitCode().orElseThrow());
    assertEquals(List.of(), fixture.slept);
  }

  @Test
  void triesAgainWhatCouldNotBeLaunched() {
    launcher.with(
        "a",
        invocation -> {
          if (invocation.attempt() == 1) {
            throw new IOException("no memory");
          }
          return 0;
        });

    assertEquals(NodePhase.SUCCEEDED, run(BY_CODE).phase());
  }

  @Test
  void givesUpAtTheLimitAndCapsTheWaits() {
    launcher.exiting("a", 75, 75, 75, 75, 0);

    NodeState node = run(BY_CODE);

    assertEquals(NodePhase.FAILED, node.phase());
    assertEquals(4, node.attempts());
    assertEquals("exit code 75, after 3 retries", node.message());
    assertEquals(seconds(10, 20, 30), fixture.slept);
  }

  @Test
  void givesUpBeforeARetryThatWouldComeTooLate() {
    launcher.exiting("a", 75, 75, 75, 0);

    NodeState node = run("retryStrategy: {limit: 9, backoff: {duration: 10s, maxDuration: 20s}}");

    assertEquals(3, node.attempts());
    assertEquals("exit code 75; a retry would exceed maxDuration", node.message());
  }

  @Test
  void saysWhyItWaits() {
    launcher.exiting("a", 75, 0);

    run(BY_CODE);

    assertEquals(
        List.of("a RUNNING", "a RUNNING", "a RUNNING", "a SUCCEEDED", "run SUCCEEDED"),
        fixture.heard);
  }

  @Test
  void retriesFailuresOnlyWithoutAPolicy() {
    launcher.exiting("a", 1, 0);
    assertEquals(NodePhase.SUCCEEDED, run("retryStrategy: {limit: 1}").phase());

    launcher.with(
        "a",
        _ -> {
          throw new IOException("no memory");
        });
    assertEquals(1, run("retryStrategy: {limit: 1}").attempts());
  }

  @Test
  void retriesErrorsOnly() {
    launcher.exiting("a", 1, 0);

    assertEquals(1, run("retryStrategy: {limit: 1, retryPolicy: OnError}").attempts());
  }

  @Test
  void doesNotRetryWithoutAStrategy() {
    launcher.exiting("a", 75, 0);

    assertEquals(1, run("").attempts());
  }

  @Test
  void failsIfTheExpressionCannotBeDecided() {
    launcher.exiting("a", 75, 0);

    NodeState node = run("retryStrategy: {limit: 1, expression: asInt(lastRetry.message) == 1}");

    assertEquals(NodePhase.ERROR, node.phase());
    assertEquals(
        "java.lang.IllegalArgumentException: expected a number, got 'exit code 75'",
        node.message());
  }

  @Test
  void knowsTheTimeOfTheLastAttempt() {
    launcher.with(
        "a",
        invocation -> {
          fixture.pass(Duration.ofSeconds(90));
          return invocation.attempt() == 1 ? 75 : 0;
        });

    NodeState node = run("retryStrategy: {limit: 1, expression: asInt(lastRetry.duration) == 90}");

    assertEquals(NodePhase.SUCCEEDED, node.phase());
  }

  private static List<Duration> seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
