package org.penstock.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One writer at a time for what cannot be one system call; given up by the system at a kill. */
final class DirectoryLock {

  private static final long PAUSE_MS = 2;

  private final Path root;

  DirectoryLock(Path root) {
    this.root = root;
  }

  /** Waits until no other thread or process holds the lock. */
  Held hold() throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(
            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (true) {
        try {
          return new Held(channel, channel.lock());
        } catch (OverlappingFileLockException e) {
          Thread.sleep(PAUSE_MS); // held in this process, where the system does not make us wait
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      channel.close();
      throw new InterruptedIOException("Interrupted while waiting for the lock of " + root);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Forces the names in {@code directory} to the disk, on systems where a directory can be opened.
   */
  static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return; // Windows: the file system journals names by itself
    }
  }

  /** The lock while it is held. */
  record Held(FileChannel channel, FileLock lock) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
