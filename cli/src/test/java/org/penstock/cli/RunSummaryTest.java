package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.workflow.NodePhase;
import org.penstock.workflow.NodeState;
import org.penstock.workflow.WorkflowTemplate;

class RunSummaryTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"'', done", "0, done", "1, 'done, 1 bad row'", "12, 'done, 12 bad rows'"})
  void saysHowManyRowsAreBad(String badRows, String expected) throws IOException {
    String line = line(NodePhase.SUCCEEDED, Map.of("bad-rows", badRows), "");

    assertTrue(line.matches("  ingest +" + expected + "  .*"), line);
  }

  @ParameterizedTest
  @CsvSource({
    "complete, true, done",
    "complete, false, 'not complete: money'",
    "uploaded, true, done",
    "uploaded, false, 'not uploaded: money'"
  })
  void saysWhatABudgetLeftUndone(String output, String value, String expected) throws IOException {
    String line = line(NodePhase.SUCCEEDED, Map.of(output, value, "ending", "money"), "");

    assertTrue(line.matches("  ingest +" + expected + "  .*"), line);
  }

  @Test
  void saysThatAStepIsTriedAgain() throws IOException {
    String line = line(NodePhase.RUNNING, Map.of(), "exit code 75; again in 10s");

    assertTrue(line.contains("exit code 75; again in 10s"), line);
  }

  private String line(NodePhase phase, Map<String, String> outputs, String message)
      throws IOException {
    NodeState node =
        new NodeState(
            "ingest",
            "ingest",
            phase,
            1,
            OptionalInt.of(0),
            Map.of(),
            outputs,
            message,
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.EPOCH));
    WorkflowTemplate workflow =
        WorkflowTemplate.read(PenstockHome.ofEnvironment().pipeline("credit-risk"));
    return RunSummary.line(node, workflow, Optional.of(new LocalArtifactStore(directory)));
  }
}
