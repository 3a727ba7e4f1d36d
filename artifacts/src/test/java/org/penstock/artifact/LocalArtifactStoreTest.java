package org.penstock.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LocalArtifactStoreTest extends ArtifactStoreContract {

  @Override
  protected ArtifactStore open() {
    return new LocalArtifactStore(root());
  }

  @Override
  protected void damage(Sha256 digest, byte[] content) throws IOException {
    Files.write(root().resolve(DocumentName.ofArtifact(digest)), content);
  }

  @Test
  void putsArtifactsIntoShards() throws IOException {
    Sha256 digest = open().put(new byte[0]);

    assertTrue(Files.exists(root().resolve("blobs/e3/" + digest.hex())));
  }

  @Test
  void touchesNothingBeforeTheFirstWrite() throws IOException {
    ArtifactStore store = open();

    assertEquals(List.of(), store.names(""));
    assertFalse(store.contains(Sha256.of(new byte[0])));
    assertFalse(Files.exists(root()));
  }

  @Test
  void refusesAFileAsAStore() throws IOException {
    Path file = Files.createFile(scratch.resolve("file"));

    var thrown = assertThrows(InvalidStoreException.class, () -> new LocalArtifactStore(file));

    assertEquals(
        "The store %s is a file; a store is a directory".formatted(file), thrown.getMessage());
  }

  @Test
  void leavesNothingOfAnArtifactThatCouldNotBeReadToItsEnd() throws IOException {
    LocalArtifactStore store = new LocalArtifactStore(root());
    store.put(new byte[] {1});
    List<Path> before = files();

    assertThrows(IOException.class, () -> store.put(endingIn(new IOException("gone"))));

    assertEquals(before, files());
  }

  @Test
  void ignoresAndLaterSweepsWhatAKilledWriterLeft() throws IOException {
    Path staging = Files.createDirectories(root().resolve(".writing"));
    Path old = Files.writeString(staging.resolve("old"), "half");
    Path fresh = Files.writeString(staging.resolve("fresh"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    ArtifactStore store = open();
    Sha256 digest = store.put("half".getBytes(UTF_8));

    assertArrayEquals("half".getBytes(UTF_8), Files.readAllBytes(store.fetch(digest)));
    assertEquals(List.of(), store.names(""));
    assertFalse(Files.exists(old), "left over for more than an hour");
    assertTrue(Files.exists(fresh), "may still be written to");
  }

  @Test
  void leavesNoTemporaryFiles() throws IOException {
    ArtifactStore store = open();
    store.put(new byte[] {1});
    store.put(new byte[] {1});
    store.create("a", new byte[] {1});
    store.create("a", new byte[] {2});
    store.replace("a", new byte[] {3}, store.read("a").orElseThrow().version());
    store.replace("a", new byte[] {4}, "stale");

    try (Stream<Path> left = Files.list(root().resolve(".writing"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  /** Processes, since a file lock and a thread lock are different things. */
  @Test
  void letsOneOfManyProcessesWin() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(RacingProcess.class, root().toString(), Integer.toString(i)));
    }

    int won = 0;
    for (Process process : processes) {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor(), output);
      won += Integer.parseInt(output.strip());
    }

    assertEquals(RacingProcess.DOCUMENTS, won, "every document is created by exactly one");
    byte[] counter = open().read("counter").orElseThrow().content();
    assertEquals(3 * RacingProcess.ADDITIONS, counter.length, "no addition is lost");
  }

  @Test
  void showsNothingOfAWriterThatIsKilled() throws Exception {
    Process writer = start(StuckProcess.class, root().toString());
    byte[] half = new byte[1 << 20];
    writer.getOutputStream().write(half);
    writer.getOutputStream().flush();
    while (files().stream().noneMatch(LocalArtifactStoreTest::isLarge)) {
      assertTrue(writer.isAlive());
      Thread.onSpinWait();
    }

    writer.destroyForcibly().waitFor();

    ArtifactStore store = open();
    assertFalse(store.contains(Sha256.of(half)));
    assertEquals(List.of(), store.names(""));
    assertArrayEquals(half, Files.readAllBytes(store.fetch(store.put(half))));
  }

  private Path root() {
    return scratch.resolve("store");
  }

  private static boolean isLarge(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) > 1 << 16;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(root())) {
      return List.of();
    }

    try (Stream<Path> all = Files.walk(root())) {
      return all.sorted().toList();
    }
  }

  private static InputStream endingIn(IOException failure) {
    return new SequenceInputStream(
        new ByteArrayInputStream(new byte[1 << 18]),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }
        });
  }
}
