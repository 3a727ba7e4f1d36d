package org.penstock.image;

import java.io.Serial;

/** An image cannot be made or pushed, for a reason that the message explains to whoever asked. */
final class ImageException extends RuntimeException {

  /** A person must change something. */
  static final int CONFIGURATION = 78;

  /** It may pass. */
  static final int TEMPORARY = 75;

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  ImageException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  ImageException(int exitCode, String message) {
    this(exitCode, message, null);
  }

  int exitCode() {
    return exitCode;
  }
}
