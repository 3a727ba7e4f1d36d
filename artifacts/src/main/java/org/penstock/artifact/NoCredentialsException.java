package org.penstock.artifact;

/** This machine has no credentials for a store; another machine may well have them. */
public final class NoCredentialsException extends InvalidStoreException {

  private static final long serialVersionUID = 1L;

  /** Says in one sentence what is missing where. */
  public NoCredentialsException(String message, Throwable cause) {
    super(message, cause);
  }
}
