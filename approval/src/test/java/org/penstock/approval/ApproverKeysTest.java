package org.penstock.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.InvalidConfigException;

final class ApproverKeysTest {

  @TempDir private Path scratch;

  @Test
  void makesAKeyAtFirstUseAndKeepsIt() throws IOException {
    Approver first = keys().approver("alice");

    assertEquals(first, keys().approver("alice"));
    assertNotEquals(first.key(), keys().approver("bob").key());
  }

  @Test
  void signsWithTheKeyItShows() throws IOException {
    Approver alice = keys().approver("alice");
    ApprovalRecord record =
        Example.record(Example.SUBJECT, Verdict.APPROVED, alice, Optional.empty());

    assertTrue(SignedApproval.sign(record, keys().keyPair("alice")).isGenuine());
  }

  @Test
  void letsNobodyElseRead() throws IOException {
    keys().approver("alice");

    assertEquals("rwx------", permissions(directory()));
    assertEquals("rw-------", permissions(directory().resolve("alice.pem")));
  }

  @Test
  void refusesAKeyThatOthersMayRead() throws IOException {
    keys().approver("alice");
    Path file = directory().resolve("alice.pem");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    var thrown = assertThrows(InvalidConfigException.class, () -> keys().approver("alice"));

    assertEquals(
        "The private key %s may be used by others: run chmod 600 on it, or delete it"
            .formatted(file),
        thrown.getMessage());
  }

  @Test
  void refusesAFileThatIsNoKey() throws IOException {
    keys().approver("alice");
    Path file = directory().resolve("alice.pem");
    Files.writeString(file, "");

    var thrown = assertThrows(InvalidConfigException.class, () -> keys().approver("alice"));

    assertEquals("%s: There is no PRIVATE KEY in the file".formatted(file), thrown.getMessage());
  }

  @Test
  void refusesKeysThatDoNotBelongTogether() throws IOException {
    keys().approver("alice");
    keys().approver("bob");
    String alice = Files.readString(directory().resolve("alice.pem"));
    String bob = Files.readString(directory().resolve("bob.pem"));
    int split = alice.indexOf("-----BEGIN PUBLIC");
    Files.writeString(
        directory().resolve("alice.pem"), alice.substring(0, split) + bob.substring(split));

    assertThrows(InvalidConfigException.class, () -> keys().approver("alice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../alice", "/etc/alice", ".hidden", "Ana Müller", "a*b", "İ"})
  void keepsEveryNameInTheDirectory(String name) throws IOException {
    Approver approver = keys().approver(name);

    assertEquals(approver, keys().approver(name));
    try (Stream<Path> files = Files.walk(scratch)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertEquals(1, written.size());
      assertEquals(directory(), written.getFirst().getParent());
      assertTrue(!written.getFirst().getFileName().toString().startsWith("."));
    }
  }

  @Test
  void keepsANameThatIsTooLongForAFile() throws IOException {
    Approver approver = keys().approver("ü".repeat(300));

    assertEquals(approver, keys().approver("ü".repeat(300)));
    assertNotEquals(approver.key(), keys().approver("ü".repeat(301)).key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines"})
  void refusesWhatIsNoName(String name) {
    assertThrows(InvalidConfigException.class, () -> keys().approver(name));
  }

  @Test
  void makesOneKeyForManyAtOnce() throws Exception {
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      work.add(() -> keys().approver("alice").key());
    }

    TreeSet<String> made = new TreeSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> key : threads.invokeAll(work)) {
        made.add(key.get());
      }
    }

    assertEquals(1, made.size());
  }

  private ApproverKeys keys() {
    return new ApproverKeys(directory());
  }

  private Path directory() {
    return scratch.resolve("keys");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
