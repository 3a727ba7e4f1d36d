package org.penstock.artifact.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;

/** Artifacts in a bucket of S3. */
public final class S3ArtifactStore {

  private S3ArtifactStore() {}

  /** Opens {@code s3://bucket/prefix}. */
  public static ArtifactStore open(URI location, Optional<URI> endpoint) throws IOException {
    throw new UnsupportedOperationException(location + " at " + endpoint);
  }
}
