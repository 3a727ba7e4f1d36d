package org.penstock.scoring;

/** These bytes are no model bundle that can be read; the message names the place and the reason. */
public final class InvalidBundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidBundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
