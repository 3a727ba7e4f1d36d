package org.penstock.serving.http;

/** A forecast is asked for that there is not. */
final class InvalidForecastException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String field;

  /**
   * @param status of the answer, 4xx
   * @param code stable, for programs
   * @param message a sentence or more, for people
   * @param field the first that is wrong; empty if none is
   */
  InvalidForecastException(int status, String code, String message, String field) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  int status() {
    return status;
  }

  ErrorAnswer answer() {
    return field.isEmpty()
        ? new ErrorAnswer(code, getMessage())
        : new ErrorAnswer(code, getMessage(), field);
  }
}
