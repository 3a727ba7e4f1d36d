package org.penstock.gather;

import org.penstock.artifact.InvalidArtifactException;

/**
 * What was written down of earlier calls cannot be read, so that nobody knows what may be spent.
 */
public final class DamagedJournalException extends InvalidArtifactException {

  private static final long serialVersionUID = 1L;

  DamagedJournalException(String message) {
    super(message);
  }
}
