package org.penstock.gather;

/** The vendor refuses our calls, and every further one would cost money for nothing. */
public final class VendorRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VendorRefusedException(String message) {
    super(message);
  }
}
