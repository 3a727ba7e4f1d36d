package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalRecord;
import org.penstock.approval.Deployments;
import org.penstock.approval.SignedApproval;
import org.penstock.approval.Verdict;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.workflow.RunState;

/** Approving by the decision record alone, as of a run that an engine without our books made. */
class JudgedElsewhereTest {

  @TempDir Path directory;

  private ArtifactStore store;
  private RunState run;

  @BeforeEach
  void makeAModelThatThePolicyRejects() throws IOException {
    store = Stores.open(directory.resolve("store").toString(), Optional.empty());
    RunDocument.of(
        "--store",
        directory.resolve("store").toString(),
        "--config",
        SmallSettings.write(directory, 0.999).toString());
    run = new Runs(store).all().getFirst();
  }

  @Test
  void signsForTheModelOfTheRecordAndDeploysNothing() throws IOException {
    int refused = execute("approve", decision());
    int signed = execute("approve", decision(), "--despite-policy", "--author", "grace");

    assertEquals(78, refused);
    assertEquals(0, signed);
    ApprovalRecord record = log().getFirst().record();
    assertEquals(Verdict.APPROVED, record.verdict());
    assertEquals(new RunOutputs(run).needed("model"), record.subject().model());
    assertEquals("grace", record.author());
    assertEquals(decision(), record.run());
    assertTrue(new Deployments(store).current("credit-risk").isEmpty());
  }

  @Test
  void rejects() throws IOException {
    int signed = execute("reject", decision());

    assertEquals(0, signed);
    assertEquals(Verdict.REJECTED, log().getFirst().record().verdict());
  }

  @Test
  void refusesWhatIsNoDecisionRecord() throws IOException {
    Sha256 evaluation = new RunOutputs(run).needed("evaluation");

    assertEquals(66, execute("approve", evaluation.toString()));
    assertEquals(66, execute("approve", Sha256.of(new byte[] {1}).toString()));
    assertEquals(78, execute("approve", "sha256:abc"));
    assertFalse(log().iterator().hasNext());
  }

  private String decision() {
    return new RunOutputs(run).needed("decision-record").toString();
  }

  private List<SignedApproval> log() throws IOException {
    return new ApprovalLog(store, "credit-risk").read().entries();
  }

  private int execute(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--as", "ada", "--reason", "looked at it"));
    all.addAll(List.of("--store", directory.resolve("store").toString()));
    return PenstockMain.commandLine().execute(all.toArray(String[]::new));
  }
}
