package org.penstock.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;

/** A process that is killed in the middle of a write leaves nothing that anybody reads. */
class KilledStepTest {

  private static final int TRIES = 20;

  @TempDir Path directory;

  @Test
  void leavesNothingHalfWrittenAndIsFinishedByTheNextAttempt() throws Exception {
    int code = 0;
    boolean wasWriting = false;
    for (int i = 0; i < TRIES && !wasWriting; i++) {
      Process process = start();
      awaitWriting(process);
      code = process.destroyForcibly().waitFor();
      wasWriting = half().isPresent();
    }
    List<String> blobsOfTheKilled = names("blobs/");
    List<String> manifestsOfTheKilled = names("manifests/");

    int again = start().waitFor();

    assertTrue(wasWriting, "was never caught while it wrote");
    assertEquals(137, code);
    assertEquals(List.of(), blobsOfTheKilled);
    assertEquals(List.of(), manifestsOfTheKilled);
    assertEquals(0, again);
    Sha256 digest = Sha256.parse(Files.readString(directory.resolve("outputs/noise")));
    assertEquals(NoiseMain.SIZE, Files.size(store().fetch(digest)));
    assertEquals(1, names("manifests/").size());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            NoiseMain.class.getName(),
            "--seed=1",
            "--project=test-project",
            "--store=" + directory.resolve("store"),
            "--outputs=" + directory.resolve("outputs"))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  /** Watches what is being written, without a pause: the writing takes a tenth of a second. */
  private void awaitWriting(Process process) throws IOException {
    while (process.isAlive() && half().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private Optional<Path> half() throws IOException {
    Path writing = directory.resolve("store/.writing");
    if (!Files.isDirectory(writing)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(writing)) {
      return files
          .filter(file -> file.toFile().length() > 0 && file.toFile().length() < NoiseMain.SIZE)
          .findFirst();
    }
  }

  private List<String> names(String prefix) throws IOException {
    return store().names(prefix);
  }

  private ArtifactStore store() throws IOException {
    return Stores.open(directory.resolve("store").toString(), Optional.empty());
  }
}
