package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {

  @TempDir Path directory;

  @Test
  void filesThoughTheThreadIsInterrupted() throws IOException {
    Path file = directory.resolve("file");
    Thread.currentThread().interrupt();

    Interruption.holdOff(() -> Files.write(file, new byte[9]));

    assertTrue(Thread.interrupted());
    assertEquals(9, Files.size(file));
  }

  @Test
  void filesAgainWhenItIsInterruptedMeanwhile() throws IOException {
    Path file = directory.resolve("file");
    boolean[] again = {false};

    Interruption.holdOff(() -> {
      if (!again[0]) {
        again[0] = true;
        Thread.currentThread().interrupt();
      }
      Files.write(file, new byte[9]);
    });

    assertTrue(Thread.interrupted());
    assertEquals(9, Files.size(file));
  }

  @Test
  void endsInPeaceAfterWorkThatWasInterrupted() throws IOException {
    int code =
        Interruption.during(
            () -> {
              Thread.currentThread().interrupt();
              return 130;
            },
            result -> {
              assertFalse(Thread.currentThread().isInterrupted());
              return result;
            });

    assertEquals(130, code);
  }
}
