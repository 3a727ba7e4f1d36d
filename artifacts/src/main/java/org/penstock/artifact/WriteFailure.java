package org.penstock.artifact;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says what a failed write to a directory means. */
final class WriteFailure {

  private WriteFailure() {}

  /**
   * Returns the exception to throw in place of {@code failure}.
   *
   * @throws InvalidStoreException if trying again cannot help
   */
  static IOException of(Path root, IOException failure) {
    String reason = failure.getMessage() == null ? "" : failure.getMessage();
    if (failure instanceof AccessDeniedException
        || reason.contains("Read-only file system")
        || reason.contains("Operation not permitted")) {
      throw new InvalidStoreException(
          "The store %s cannot be written: %s; name a directory that this user may write to"
              .formatted(root, describe(failure)),
          failure);
    }

    if (reason.contains("No space left") || reason.contains("quota exceeded")) {
      return new IOException(
          "The disk of the store %s is full: free some space and run again; nothing half-written is left"
              .formatted(root),
          failure);
    }

    return failure;
  }

  private static String describe(IOException failure) {
    return failure instanceof AccessDeniedException denied
        ? "permission denied at " + denied.getFile()
        : failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason() + " at " + system.getFile()
            : failure.getMessage();
  }
}
