package org.penstock.feature;

import java.io.IOException;

/** Thrown when a file is not a feature table that this version reads, or is damaged. */
public final class FeatureTableException extends IOException {

  private static final long serialVersionUID = 1L;

  FeatureTableException(String message) {
    super(message);
  }

  FeatureTableException(String message, Throwable cause) {
    super(message, cause);
  }
}
