package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.DecisionRecord;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.config.ProjectConfig;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/** Four eyes: what the deployment would refuse is not signed in the first place. */
class ApprovalDeskTest {

  @TempDir Path directory;

  private ArtifactStore store;
  private ApproverKeys keys;
  private JudgedRun run;

  @BeforeEach
  void judgeARunOfLinus() throws IOException {
    store = Stores.open(directory.resolve("store").toString(), Optional.empty());
    keys = new ApproverKeys(directory.resolve("keys"));
    var subject = new ApprovalSubject("credit-risk", digest("m"), digest("d"), digest("e"));
    Sha256 decision =
        store.put(new DecisionRecord(subject, new ApprovalDecision.Approvable()).toBytes());
    run = new JudgedRun("credit-risk-17", "linus", decision);
  }

  @Test
  void signsForAnApproverWhoDidNotStartTheRun() throws IOException {
    SignedApproval signed = desk("ada", "linus").approveAsAnother(run, by("ada"));

    assertEquals("ada", signed.record().approver().name());
    assertFalse(signed.record().selfApproved());
  }

  @Test
  void refusesWhoStartedTheRun() throws IOException {
    ApprovalDesk desk = desk("ada", "linus");

    var thrown = assertThrows(StepFailure.class, () -> desk.approveAsAnother(run, by("linus")));

    assertEquals(ExitCode.CONFIG, thrown.exitCode());
    assertEquals(
        "'linus' started credit-risk-17, and nobody approves their own run; of the approvers [ada, linus] another one may",
        thrown.getMessage());
    assertTrue(log().isEmpty());
  }

  @Test
  void refusesAKeyThatIsNotListedWhateverItsName() throws IOException {
    String listed = lines("ada");
    keys = new ApproverKeys(directory.resolve("forged"));
    ApprovalDesk desk = deskOf(listed);

    var thrown = assertThrows(StepFailure.class, () -> desk.approveAsAnother(run, by("ada")));

    assertTrue(
        thrown.getMessage().endsWith("its approvers, by name and key, are [ada]"),
        thrown::getMessage);
    assertTrue(log().isEmpty());
  }

  @Test
  void letsAnybodyApproveOnALaptopAndRecordsIt() throws IOException {
    SignedApproval signed = desk().approveAsAnother(run, by("linus"));

    assertTrue(signed.record().selfApproved());
  }

  private ApprovalDesk desk(String... approvers) throws IOException {
    return deskOf(lines(approvers));
  }

  private ApprovalDesk deskOf(String approvers) throws IOException {
    Path own = PenstockHome.ofEnvironment().settings("credit-risk").orElseThrow();
    String yaml = Files.readString(own).replace("approvers: []", "approvers: [" + approvers + "]");
    var config =
        ProjectConfig.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test");
    var clock = Clock.fixed(Instant.parse("2026-03-29T01:30:00Z"), ZoneOffset.UTC);
    return new ApprovalDesk(store, config, keys, clock);
  }

  private String lines(String... names) throws IOException {
    var lines = new StringBuilder();
    for (String name : names) {
      lines.append("{name: %s, key: %s}, ".formatted(name, keys.approver(name).key()));
    }
    return lines.toString();
  }

  private List<SignedApproval> log() throws IOException {
    return new ApprovalLog(store, "credit-risk").read().entries();
  }

  private static ApprovalDesk.Statement by(String name) {
    return new ApprovalDesk.Statement(name, "looked at the report", false, false);
  }

  private static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
