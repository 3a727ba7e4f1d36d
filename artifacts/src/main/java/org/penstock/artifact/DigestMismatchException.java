package org.penstock.artifact;

import java.net.URI;

/** The bytes stored for an artifact are not the bytes that its digest names. */
public final class DigestMismatchException extends InvalidArtifactException {

  private static final long serialVersionUID = 1L;

  /**
   * @param expected the artifact that was asked for
   * @param found the digest of the bytes that are there
   * @param uri where they are
   */
  public DigestMismatchException(Sha256 expected, Sha256 found, URI uri) {
    super("Artifact %s is damaged: the bytes at %s have digest %s".formatted(expected, uri, found));
  }
}
