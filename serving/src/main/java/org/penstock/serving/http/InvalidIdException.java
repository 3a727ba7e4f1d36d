package org.penstock.serving.http;

/** What was given as the id of an entity cannot be one. */
final class InvalidIdException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidIdException(String message) {
    super(message, null, false, false);
  }
}
