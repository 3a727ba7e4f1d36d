package org.penstock.step;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {

  @TempDir Path directory;

  private long now;

  @Test
  void writesDoneOfTotal() throws IOException {
    Path file = directory.resolve("progress");

    new ProgressFile(file, () -> now).update(3, 10);

    assertEquals("3/10", Files.readString(file));
  }

  @Test
  void waitsBetweenWrites() throws IOException {
    Path file = directory.resolve("progress");
    ProgressFile progress = new ProgressFile(file, () -> now);
    progress.update(1, 10);

    now = 99_999_999;
    progress.update(2, 10);
    String tooSoon = Files.readString(file);
    now = 100_000_000;
    progress.update(3, 10);

    assertEquals("1/10", tooSoon);
    assertEquals("3/10", Files.readString(file));
  }

  @Test
  void writesTheEndAtOnce() throws IOException {
    Path file = directory.resolve("progress");
    ProgressFile progress = new ProgressFile(file, () -> now);
    progress.update(1, 10);

    progress.update(10, 10);

    assertEquals("10/10", Files.readString(file));
  }

  @Test
  void saysNothingWhenTheTotalIsUnknown() {
    Path file = directory.resolve("progress");

    new ProgressFile(file, () -> now).update(3, 0);

    assertFalse(Files.exists(file));
  }

  @Test
  void neverFailsAStep() {
    Path file = directory.resolve("missing").resolve("progress");

    assertDoesNotThrow(() -> new ProgressFile(file, () -> now).update(3, 10));
  }
}
