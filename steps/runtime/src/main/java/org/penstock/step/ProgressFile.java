package org.penstock.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Writes progress as {@code N/M} to the file that Argo names in {@code ARGO_PROGRESS_FILE}.
 *
 * <p>Progress is a courtesy: a file that cannot be written is given up silently, and never fails a
 * step. Source: <a href="https://argo-workflows.readthedocs.io/en/latest/progress/">Argo, workflow
 * progress</a>.
 */
final class ProgressFile implements Progress {

  private static final long NANOS_BETWEEN_WRITES = 100_000_000;

  private final Path file;
  private final LongSupplier nanoTime;
  private long lastWrite;
  private boolean writable = true;

  ProgressFile(Path file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
    this.lastWrite = nanoTime.getAsLong() - NANOS_BETWEEN_WRITES;
  }

  @Override
  public synchronized void update(long done, long total) {
    long now = nanoTime.getAsLong();
    boolean due = done == total || now - lastWrite >= NANOS_BETWEEN_WRITES;
    if (!writable || total <= 0 || !due) {
      return;
    }

    lastWrite = now;
    try {
      Files.writeString(file, done + "/" + total);
    } catch (IOException e) {
      writable = false;
    }
  }
}
