package org.penstock.serving.http;

/** No features are known of the entity that was asked for. */
final class UnknownEntityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownEntityException(String message) {
    super(message, null, false, false);
  }
}
