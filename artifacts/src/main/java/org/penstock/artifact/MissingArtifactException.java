package org.penstock.artifact;

import java.net.URI;

/** No artifact of this digest is stored. */
public final class MissingArtifactException extends InvalidArtifactException {

  private static final long serialVersionUID = 1L;

  /**
   * @param digest the artifact that was asked for
   * @param uri where it should have been
   */
  public MissingArtifactException(Sha256 digest, URI uri) {
    super("There is no artifact %s: nothing at %s".formatted(digest, uri));
  }
}
