package org.penstock.serving.http;

/** The body of a request is not JSON of the shape that is expected. */
final class MalformedBodyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, for programs
   * @param message a sentence, for people
   */
  MalformedBodyException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
