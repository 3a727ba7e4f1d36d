package org.penstock.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises. */
public abstract class ArtifactStoreContract {

  private static final byte[] CONTENT = "model".getBytes(UTF_8);

  @TempDir protected Path scratch;

  /** Opens a client of the one store of this test; each call as another machine would. */
  protected abstract ArtifactStore open() throws IOException;

  /** Overwrites the stored bytes of an artifact behind the back of the store. */
  protected abstract void damage(Sha256 digest, byte[] content) throws IOException;

  @Test
  void fetchesWhatWasPut() throws IOException {
    Sha256 digest = open().put(CONTENT);

    Path fetched = open().fetch(digest);

    assertArrayEquals(CONTENT, Files.readAllBytes(fetched));
  }

  @Test
  void namesFilesAndBytesByTheSameDigest() throws IOException {
    Path file = Files.write(scratch.resolve("file"), CONTENT);

    Sha256 digest = open().put(file);

    assertEquals(Sha256.of(CONTENT), digest);
    assertEquals(digest, open().put(CONTENT));
  }

  @Test
  void keepsTheFileThatWasPut() throws IOException {
    Path file = Files.write(scratch.resolve("file"), CONTENT);
    Sha256 digest = open().put(file);

    Files.write(file, "changed".getBytes(UTF_8));

    assertArrayEquals(CONTENT, Files.readAllBytes(open().fetch(digest)));
  }

  @Test
  void storesAnEmptyArtifact() throws IOException {
    Sha256 digest = open().put(new byte[0]);

    assertEquals(0, Files.size(open().fetch(digest)));
  }

  @Test
  void containsWhatWasPutOnly() throws IOException {
    Sha256 digest = open().put(CONTENT);

    assertTrue(open().contains(digest));
    assertFalse(open().contains(Sha256.of(new byte[] {1})));
  }

  @Test
  void refusesToFetchWhatIsMissing() throws IOException {
    ArtifactStore store = open();
    Sha256 digest = Sha256.of(CONTENT);

    var thrown = assertThrows(MissingArtifactException.class, () -> store.fetch(digest));

    assertEquals(
        "There is no artifact %s: nothing at %s".formatted(digest, store.uri(digest)),
        thrown.getMessage());
  }

  @Test
  void refusesAnArtifactWithAChangedByte() throws IOException {
    Sha256 digest = open().put(CONTENT);
    byte[] changed = "modem".getBytes(UTF_8);
    damage(digest, changed);
    ArtifactStore store = open();

    var thrown = assertThrows(DigestMismatchException.class, () -> store.fetch(digest));

    assertEquals(
        "Artifact %s is damaged: the bytes at %s have digest %s"
            .formatted(digest, store.uri(digest), Sha256.of(changed)),
        thrown.getMessage());
  }

  @Test
  void refusesAnArtifactThatIsCutShort() throws IOException {
    Sha256 digest = open().put(CONTENT);
    damage(digest, "mod".getBytes(UTF_8));
    ArtifactStore store = open();

    assertThrows(DigestMismatchException.class, () -> store.fetch(digest));
  }

  @Test
  void restoresADamagedArtifactThatIsPutAgain() throws IOException {
    Sha256 digest = open().put(CONTENT);
    damage(digest, "modem".getBytes(UTF_8));

    open().put(CONTENT);

    assertArrayEquals(CONTENT, Files.readAllBytes(open().fetch(digest)));
  }

  @Test
  void readsNoDocumentThatWasNotWritten() throws IOException {
    assertEquals(Optional.empty(), open().read("aliases/p/production"));
  }

  @Test
  void createsADocumentOnce() throws IOException {
    assertTrue(open().create("runs/1", CONTENT));
    assertFalse(open().create("runs/1", "other".getBytes(UTF_8)));

    assertArrayEquals(CONTENT, open().read("runs/1").orElseThrow().content());
  }

  @Test
  void replacesTheVersionThatWasReadOnly() throws IOException {
    open().create("a/b", "1".getBytes(UTF_8));
    String first = open().read("a/b").orElseThrow().version();

    assertTrue(open().replace("a/b", "2".getBytes(UTF_8), first));
    assertFalse(open().replace("a/b", "3".getBytes(UTF_8), first));

    Document current = open().read("a/b").orElseThrow();
    assertEquals("2", new String(current.content(), UTF_8));
    assertNotEquals(first, current.version());
  }

  @Test
  void replacesNothingThatIsNotThere() throws IOException {
    open().create("a/b", "1".getBytes(UTF_8));
    String version = open().read("a/b").orElseThrow().version();

    assertFalse(open().replace("a/c", "2".getBytes(UTF_8), version));

    assertEquals(Optional.empty(), open().read("a/c"));
  }

  @Test
  void listsDocumentsByPrefixSorted() throws IOException {
    ArtifactStore store = open();
    store.put(CONTENT);
    for (String name : List.of("runs/2", "runs/10", "runs/1", "running", "aliases/p/x")) {
      store.create(name, CONTENT);
    }

    assertEquals(List.of("runs/1", "runs/10", "runs/2"), open().names("runs/"));
    assertEquals(List.of("running", "runs/1", "runs/10", "runs/2"), open().names("run"));
    assertEquals(List.of(), open().names("nothing/"));
    assertEquals(
        List.of("aliases/p/x", "running", "runs/1", "runs/10", "runs/2"), open().names(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/a", "a/", "a//b", "../a", "a/../b", ".hidden", "a/.b", "blobs/x", "a b", "ä"
      })
  void refusesNamesThatAreNotLegalEverywhere(String name) throws IOException {
    ArtifactStore store = open();

    var thrown = assertThrows(IllegalArgumentException.class, () -> store.create(name, CONTENT));

    assertEquals("A document cannot be called '%s'".formatted(name), thrown.getMessage());
  }

  @Test
  void letsOneOfManyCreatorsWin() throws Exception {
    for (int round = 0; round < 5; round++) {
      String name = "races/" + round;
      List<Callable<Boolean>> creators = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ArtifactStore store = open();
        byte[] content = Integer.toString(i).repeat(1000).getBytes(UTF_8);
        creators.add(() -> store.create(name, content));
      }

      List<Boolean> won = atOnce(creators);

      assertEquals(1, won.stream().filter(Boolean::booleanValue).count(), won::toString);
      String winner = Integer.toString(won.indexOf(true)).repeat(1000);
      assertEquals(winner, new String(open().read(name).orElseThrow().content(), UTF_8));
    }
  }

  @Test
  protected void losesNoReplacementAmongMany() throws Exception {
    int writers = 4;
    int additions = 10;
    open().create("counter", new byte[0]);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      ArtifactStore store = open();
      byte mark = (byte) ('a' + writer);
      work.add(() -> {
        for (int i = 0; i < additions; i++) {
          addTo(store, mark);
        }
        return true;
      });
    }

    atOnce(work);

    byte[] content = open().read("counter").orElseThrow().content();
    assertEquals(writers * additions, content.length, () -> new String(content, UTF_8));
    TreeSet<Byte> marks = new TreeSet<>();
    for (byte mark : content) {
      marks.add(mark);
    }
    assertEquals(writers, marks.size());
  }

  private static void addTo(ArtifactStore store, byte mark) throws IOException {
    while (true) {
      Document document = store.read("counter").orElseThrow();
      byte[] longer = Arrays.copyOf(document.content(), document.content().length + 1);
      longer[longer.length - 1] = mark;
      if (store.replace("counter", longer, document.version())) {
        return;
      }
    }
  }

  private static List<Boolean> atOnce(List<Callable<Boolean>> work) throws Exception {
    List<Boolean> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      for (Future<Boolean> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
    }

    return results;
  }
}
