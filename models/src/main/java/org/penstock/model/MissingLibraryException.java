package org.penstock.model;

/** Thrown when a candidate needs a library that this program does not carry. */
public final class MissingLibraryException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  MissingLibraryException(String message) {
    super(message);
  }
}
