package org.penstock.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.InMemoryArtifactStore;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;

final class ApprovalLogTest {

  private static final String DIRECTORY = "approvals/credit-risk/";

  @TempDir private Path scratch;

  private InMemoryArtifactStore store;
  private ApprovalLog log;

  @BeforeEach
  void newLog() {
    store = new InMemoryArtifactStore(scratch);
    log = new ApprovalLog(store, "credit-risk");
  }

  @Test
  void isWholeWhileItIsEmpty() throws IOException {
    assertEquals(new ApprovalChain(List.of(), List.of()), log.read());
  }

  @Test
  void chainsEntries() throws IOException {
    SignedApproval first = log.append(Example::approval);
    SignedApproval second = log.append(Example::rejection);
    SignedApproval third = log.append(Example::approval);

    assertEquals(new ApprovalChain(List.of(first, second, third), List.of()), log.read());
    assertEquals(Optional.empty(), first.record().previous());
    assertEquals(Optional.of(second.digest()), third.record().previous());
  }

  @Test
  void noticesAnEntryThatIsReplaced() throws IOException {
    SignedApproval first = log.append(Example::approval);
    SignedApproval second = log.append(Example::approval);
    SignedApproval other = Example.rejection(Optional.empty());
    store.forge(DIRECTORY + "000001.json", Optional.of(other.toBytes()));

    assertEquals(
        List.of(
            "Entry 2 of the approval log of credit-risk follows %s, but the entry before it is %s:"
                    .formatted(first.digest(), other.digest())
                + " the chain is broken."),
        log.read().problems());
    assertEquals(2, log.read().entries().size());
    assertEquals(second, log.read().entries().getLast());
  }

  @Test
  void noticesALastEntryThatIsReplaced() throws IOException {
    SignedApproval first = log.append(Example::rejection);
    SignedApproval other = Example.approval(Optional.empty());
    store.forge(DIRECTORY + "000001.json", Optional.of(other.toBytes()));

    assertEquals(
        List.of(
            "The head of the approval log of credit-risk names %s, but entry 1 is %s: the log was changed."
                .formatted(first.digest(), other.digest())),
        log.read().problems());
  }

  @Test
  void noticesAnEntryThatIsRemoved() throws IOException {
    for (int i = 0; i < 3; i++) {
      log.append(Example::approval);
    }
    store.forge(DIRECTORY + "000002.json", Optional.empty());

    assertEquals(
        "Entry 2 of the approval log of credit-risk is missing.", log.read().problems().getFirst());
  }

  @Test
  void noticesALastEntryThatIsRemoved() throws IOException {
    log.append(Example::approval);
    log.append(Example::rejection);
    store.forge(DIRECTORY + "000002.json", Optional.empty());

    assertEquals(
        List.of(
            "The head of the approval log of credit-risk has 2 entries, but there are 1: the log was changed."),
        log.read().problems());
  }

  @Test
  void noticesAHeadThatIsPutBack() throws IOException {
    log.append(Example::approval);
    byte[] old = store.read(DIRECTORY + "head.json").orElseThrow().content();
    log.append(Example::approval);
    log.append(Example::rejection);
    store.forge(DIRECTORY + "head.json", Optional.of(old));

    assertEquals(
        List.of(
            "The head of the approval log of credit-risk has 1 entries, but there are 3: the log was changed."),
        log.read().problems());
  }

  @Test
  void noticesAHeadThatIsRemoved() throws IOException {
    log.append(Example::approval);
    log.append(Example::rejection);
    store.forge(DIRECTORY + "head.json", Optional.empty());

    assertEquals(
        List.of(
            "The head of the approval log of credit-risk has 0 entries, but there are 2: the log was changed."),
        log.read().problems());
  }

  @Test
  void noticesAHeadThatIsUnreadable() throws IOException {
    log.append(Example::approval);
    store.forge(DIRECTORY + "head.json", Optional.of("{}".getBytes(UTF_8)));

    assertEquals(
        List.of("The field 'format-version' of the head of the log is missing."),
        log.read().problems());
  }

  @Test
  void noticesAnEntryThatIsUnreadable() throws IOException {
    log.append(Example::approval);
    log.append(Example::approval);
    store.forge(DIRECTORY + "000001.json", Optional.of("[]".getBytes(UTF_8)));

    assertEquals(
        "Entry 1 of the approval log of credit-risk is unreadable: Not a JSON object.",
        log.read().problems().getFirst());
  }

  @Test
  void noticesAnEntryThatSomebodyElseSigned() throws IOException {
    log.append(previous ->
        SignedApproval.sign(
            Example.record(Example.SUBJECT, Verdict.APPROVED, Example.alice(), previous),
            Example.MALLORY));

    assertEquals(
        List.of(
            "Entry 1 of the approval log of credit-risk is not signed by the key of alice that it names."),
        log.read().problems());
  }

  @Test
  void noticesAnEntryOfAnotherProject() throws IOException {
    ApprovalSubject s = Example.SUBJECT;
    ApprovalSubject other =
        new ApprovalSubject("customer-risk", s.model(), s.data(), s.evaluation());
    log.append(previous ->
        SignedApproval.sign(
            Example.record(other, Verdict.APPROVED, Example.alice(), previous), Example.ALICE));

    assertEquals(
        List.of("Entry 1 of the approval log of credit-risk is about customer-risk."),
        log.read().problems());
  }

  @Test
  void addsNothingToABrokenLog() throws IOException {
    log.append(Example::approval);
    store.forge(DIRECTORY + "head.json", Optional.of("{}".getBytes(UTF_8)));

    var thrown =
        assertThrows(BrokenApprovalLogException.class, () -> log.append(Example::approval));

    assertEquals(
        "The approval log of credit-risk is broken, nothing is added to it: The field"
            + " 'format-version' of the head of the log is missing.",
        thrown.getMessage());
  }

  @Test
  void goesOnAfterAWriterThatWasKilledBeforeItMovedTheHead() throws IOException {
    SignedApproval first = log.append(Example::approval);
    SignedApproval second = Example.rejection(Optional.of(first.digest()));
    store.create(DIRECTORY + "000002.json", second.toBytes());

    assertEquals(new ApprovalChain(List.of(first, second), List.of()), log.read());

    SignedApproval third =
        log.append(previous -> {
          assertEquals(2, headLength(), "two behind would look as if it were put back");
          return Example.approval(previous);
        });
    assertEquals(Optional.of(second.digest()), third.record().previous());
    assertEquals(3, headLength());
    assertEquals(List.of(), log.read().problems());
  }

  @Test
  void losesNoEntryOfManyWriters() throws Exception {
    int writers = 4;
    int entries = 6;
    Path root = scratch.resolve("store");
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      ApprovalLog own = new ApprovalLog(new LocalArtifactStore(root), "credit-risk");
      work.add(() -> {
        for (int j = 0; j < entries; j++) {
          own.append(Example::approval);
          assertEquals(List.of(), own.read().problems());
        }
        return null;
      });
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      for (Future<Void> result : threads.invokeAll(work)) {
        result.get();
      }
    }

    ApprovalChain chain = new ApprovalLog(new LocalArtifactStore(root), "credit-risk").read();
    assertEquals(List.of(), chain.problems());
    assertEquals(writers * entries, chain.entries().size());
  }

  @Test
  void keepsSubjectsApart() throws IOException {
    ApprovalSubject other =
        new ApprovalSubject(
            "credit-risk",
            Sha256.of(new byte[0]),
            Example.SUBJECT.data(),
            Example.SUBJECT.evaluation());
    log.append(Example::approval);

    assertEquals(List.of(), log.read().about(other));
    assertEquals(1, log.read().about(Example.SUBJECT).size());
  }

  private int headLength() {
    return LogHead.parse(store.read(DIRECTORY + "head.json")).length();
  }
}
