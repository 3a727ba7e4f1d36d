package org.penstock.artifact;

import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.penstock.artifact.s3.S3ArtifactStore;

/** Opens the store that a location names. */
public final class Stores {

  private static final String S3 = "s3://";

  private Stores() {}

  /**
   * Opens a directory, or {@code s3://bucket/prefix}. A directory is made when it is first written
   * to; a bucket must exist. What is fetched from a bucket is kept in {@code .cache/penstock} of
   * the user's home.
   *
   * @param s3Endpoint an S3 server other than Amazon's, addressed by path ({@code
   *     http://host:port}); credentials come from the default chain of the AWS SDK either way
   * @throws InvalidStoreException if the location is no store, or one that cannot be used
   * @throws IOException if the storage does not answer now
   */
  public static ArtifactStore open(String location, Optional<URI> s3Endpoint) throws IOException {
    return open(
        location, s3Endpoint, Path.of(System.getProperty("user.home"), ".cache", "penstock"));
  }

  /** Opens a store as above, and keeps what is fetched from a bucket in {@code cache}. */
  public static ArtifactStore open(String location, Optional<URI> s3Endpoint, Path cache)
      throws IOException {
    if (location.startsWith(S3)) {
      return S3ArtifactStore.open(location, s3Endpoint, cache);
    }

    if (location.isBlank() || location.contains("://")) {
      throw noStore(location, null);
    }

    try {
      return new LocalArtifactStore(Path.of(location));
    } catch (InvalidPathException e) {
      throw noStore(location, e);
    }
  }

  private static InvalidStoreException noStore(String location, Exception cause) {
    return new InvalidStoreException(
        "'%s' is no store; it is a directory or s3://bucket/prefix".formatted(location), cause);
  }
}
