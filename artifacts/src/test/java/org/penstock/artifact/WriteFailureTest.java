package org.penstock.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WriteFailureTest {

  private static final Path ROOT = Path.of("store");

  @Test
  void saysThatTheStoreMayNotBeWritten() {
    var thrown =
        assertThrows(
            InvalidStoreException.class,
            () -> WriteFailure.of(ROOT, new AccessDeniedException("store/blobs")));

    assertEquals(
        "The store store cannot be written: permission denied at store/blobs; name a directory"
            + " that this user may write to",
        thrown.getMessage());
  }

  @Test
  void saysThatTheStoreIsReadOnly() {
    var failure = new FileSystemException("store/blobs", null, "Read-only file system");

    var thrown = assertThrows(InvalidStoreException.class, () -> WriteFailure.of(ROOT, failure));

    assertEquals(
        "The store store cannot be written: Read-only file system at store/blobs; name a directory"
            + " that this user may write to",
        thrown.getMessage());
  }

  @Test
  void saysThatTheDiskIsFullAndThatATryAgainMayHelp() {
    IOException failure = new IOException("No space left on device");

    assertEquals(
        "The disk of the store store is full: free some space and run again; nothing half-written"
            + " is left",
        WriteFailure.of(ROOT, failure).getMessage());
  }

  @Test
  void passesOtherFailuresOn() {
    IOException failure = new IOException("Input/output error");

    assertSame(failure, WriteFailure.of(ROOT, failure));
  }
}
