package org.penstock.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where files of a {@link LocalArtifactStore} are written before they get their names. */
final class StagingDirectory {

  private static final Duration LEFT_OVER = Duration.ofHours(1);
  private static final int BUFFER_BYTES = 1 << 17;

  private final Path directory;
  private final AtomicBoolean swept = new AtomicBoolean();

  /**
   * @param root of the store; the directory is made inside, so on the same file system
   */
  StagingDirectory(Path root) {
    this.directory = root.resolve(".writing");
  }

  /** Copies {@code file} here. */
  Staged copy(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return write(in);
    }
  }

  /** Writes {@code content} here. */
  Staged write(byte[] content) throws IOException {
    return write(new ByteArrayInputStream(content));
  }

  /** Writes all of {@code in} here and forces it to the disk; on failure nothing is left. */
  Staged write(InputStream in) throws IOException {
    sweep();
    Path file = directory.resolve(UUID.randomUUID().toString());
    boolean done = false;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      MessageDigest digester = Sha256.digester();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digester.update(buffer, 0, count);
        for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) {
          channel.write(rest);
        }
      }
      channel.force(true);
      done = true;
      return new Staged(file, Sha256.finish(digester));
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Deletes, once, what killed writers left. */
  private void sweep() throws IOException {
    if (swept.getAndSet(true)) {
      return;
    }

    Files.createDirectories(directory);
    FileTime limit = FileTime.from(Instant.now().minus(LEFT_OVER));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        deleteIfOlder(file, limit);
      }
    }
  }

  private static void deleteIfOlder(Path file, FileTime limit) throws IOException {
    try {
      if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return; // another process swept it
    }
  }
}
