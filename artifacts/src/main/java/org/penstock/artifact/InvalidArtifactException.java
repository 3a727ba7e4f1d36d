package org.penstock.artifact;

/** An artifact that was named cannot be used; the same call fails again until it is restored. */
public abstract sealed class InvalidArtifactException extends RuntimeException
    permits MissingArtifactException, DigestMismatchException {

  private static final long serialVersionUID = 1L;

  InvalidArtifactException(String message) {
    super(message);
  }
}
