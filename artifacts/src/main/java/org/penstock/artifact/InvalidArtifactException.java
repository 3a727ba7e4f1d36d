package org.penstock.artifact;

/** What is stored cannot be used; the same call fails again until a person restores it. */
public abstract class InvalidArtifactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says in one sentence what is wrong, and where. */
  protected InvalidArtifactException(String message) {
    super(message);
  }
}
