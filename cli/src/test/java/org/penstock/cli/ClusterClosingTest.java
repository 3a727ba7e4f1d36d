package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.step.ExitCode;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.RunPhase;
import org.penstock.workflow.RunState;

final class ClusterClosingTest {

  @ParameterizedTest
  @CsvSource({
    "RUNNING, '', '', running, TEMPORARY",
    "SUSPENDED, '', '', waiting, DONE",
    "SUCCEEDED, APPROVE, true, deployed, DONE",
    "SUCCEEDED, APPROVE, false, not-deployed, DONE",
    "SUCCEEDED, rejected, '', rejected, DONE",
    "SUCCEEDED, REJECT, '', rejected, DONE",
  })
  void saysInAWordWhatARunHasComeTo(
      RunPhase phase, String decision, String deployed, String word, ExitCode code) {
    ClusterClosing closing =
        new ClusterClosing(
            run(
                phase,
                node("approval", NodePhase.SUCCEEDED, 0, Map.of("decision", decision)),
                node("deploy", NodePhase.SUCCEEDED, 0, Map.of("deployed", deployed))));

    assertEquals(word, closing.word());
    assertEquals(code, closing.exitCode());
  }

  @Test
  void endsAsTheStepThatFailed() {
    RunState run = run(RunPhase.FAILED, node("ingest", NodePhase.FAILED, 65, Map.of()));

    assertEquals(ExitCode.DATA, new ClusterClosing(run).exitCode());
    assertEquals(
        "argo logs run -n penstock   (step ingest)", new ClusterClosing(run).next("penstock"));
  }

  @Test
  void takesAnExitCodeThatIsNotOursForABug() {
    RunState run = run(RunPhase.FAILED, node("ingest", NodePhase.FAILED, 137, Map.of()));

    assertEquals(ExitCode.BUG, new ClusterClosing(run).exitCode());
  }

  @Test
  void namesTheNamespaceWhereItIsNotTheUsualOne() {
    ClusterClosing closing = new ClusterClosing(run(RunPhase.SUSPENDED));

    assertEquals(
        "./penstock approve run --cluster --as NAME --reason TEXT --wait   (or reject)",
        closing.next("penstock"));
    assertEquals(
        "./penstock approve run --cluster --namespace other --as NAME --reason TEXT --wait   (or reject)",
        closing.next("other"));
  }

  private static RunState run(RunPhase phase, NodeState... nodes) {
    Map<String, NodeState> byName = new LinkedHashMap<>();
    for (NodeState node : nodes) {
      byName.put(node.name(), node);
    }
    return new RunState(
        "run", "uid", "credit-risk", phase, Map.of(), byName, Instant.EPOCH, Optional.empty());
  }

  private static NodeState node(
      String name, NodePhase phase, int exitCode, Map<String, String> outputs) {
    return new NodeState(
        name,
        name,
        phase,
        1,
        OptionalInt.of(exitCode),
        Map.of(),
        outputs,
        "",
        Optional.empty(),
        Optional.empty());
  }
}
