package org.penstock.artifact;

/**
 * A store cannot be used as it is set up: no such bucket, no permission, a read-only directory, or
 * storage that breaks its own promises. Trying again does not help; changing the set-up does.
 */
public sealed class InvalidStoreException extends RuntimeException permits NoCredentialsException {

  private static final long serialVersionUID = 1L;

  /** Says in one sentence what does not work and what would. */
  public InvalidStoreException(String message) {
    super(message);
  }

  /** Says in one sentence what does not work and what would. */
  public InvalidStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
