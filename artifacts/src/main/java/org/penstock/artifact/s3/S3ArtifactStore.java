package org.penstock.artifact.s3;

import static java.util.Objects.requireNonNull;

import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.services.s3.model.ObjectMetadata;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.DigestMismatchException;
import org.penstock.artifact.Document;
import org.penstock.artifact.DocumentName;
import org.penstock.artifact.InvalidArtifactException;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.MissingArtifactException;
import org.penstock.artifact.Sha256;

/**
 * Artifacts in a bucket of S3, or of a server that speaks its protocol and keeps the promise of
 * conditional writes; names as in {@link LocalArtifactStore}, below a prefix.
 *
 * <p>What is fetched is kept in a local directory, verified each time it is used. What is put is
 * kept there too, since the next step on this machine reads it.
 */
public final class S3ArtifactStore implements ArtifactStore {

  private static final int MD5_HEX_DIGITS = 32;

  private final Bucket bucket;
  private final LocalArtifactStore cache;

  private S3ArtifactStore(Bucket bucket, LocalArtifactStore cache) {
    this.bucket = requireNonNull(bucket, "bucket");
    this.cache = requireNonNull(cache, "cache");
  }

  /**
   * Opens {@code s3://bucket/prefix} with the credentials that the SDK finds. The first time, tries
   * that of racing conditional writes one wins.
   *
   * @param endpoint a server other than Amazon's
   * @param cache where fetched artifacts are kept
   * @throws org.penstock.artifact.InvalidStoreException if the bucket cannot be used
   */
  public static S3ArtifactStore open(String location, Optional<URI> endpoint, Path cache)
      throws IOException {
    return open(location, endpoint, cache, S3Clients.credentials(), LargeUpload.USUAL);
  }

  static S3ArtifactStore open(
      String location,
      Optional<URI> endpoint,
      Path cache,
      AWSCredentialsProvider credentials,
      LargeUpload largeUpload)
      throws IOException {
    S3Location parsed = S3Location.parse(location);
    Bucket bucket =
        new Bucket(
            S3Clients.connect(endpoint, credentials),
            parsed,
            new S3Failure(parsed, endpoint.map(URI::toString).orElse("Amazon S3")),
            largeUpload);
    new ConditionalWriteProbe(bucket).run();
    return new S3ArtifactStore(bucket, new LocalArtifactStore(cache));
  }

  @Override
  public Sha256 put(Path file) throws IOException {
    Sha256 digest = cache.put(file);
    Path kept = cache.fetch(digest);
    String name = DocumentName.ofArtifact(digest);
    Optional<ObjectMetadata> stored = bucket.head(name);
    if (stored.isEmpty() || isDamaged(stored.get(), kept)) {
      bucket.write(name, kept);
    }

    return digest;
  }

  @Override
  public Sha256 put(byte[] content) throws IOException {
    return put(cache.fetch(cache.put(content)));
  }

  @Override
  public Path fetch(Sha256 digest) throws IOException {
    try {
      return cache.fetch(digest);
    } catch (InvalidArtifactException e) {
      return download(digest); // absent from the cache or damaged there
    }
  }

  /** Compares length and entity tag where this machine has a copy; fetching compares all bytes. */
  @Override
  public boolean contains(Sha256 digest) throws IOException {
    Optional<ObjectMetadata> stored = bucket.head(DocumentName.ofArtifact(digest));
    if (stored.isEmpty() || !cache.contains(digest)) {
      return stored.isPresent();
    }

    return !isDamaged(stored.get(), cache.fetch(digest));
  }

  @Override
  public Optional<Document> read(String name) throws IOException {
    return bucket.read(DocumentName.checked(name));
  }

  @Override
  public boolean create(String name, byte[] content) throws IOException {
    return bucket.create(DocumentName.checked(name), content);
  }

  @Override
  public boolean replace(String name, byte[] content, String version) throws IOException {
    return bucket.replace(DocumentName.checked(name), content, version);
  }

  @Override
  public List<String> names(String prefix) throws IOException {
    return bucket.names(prefix).stream().filter(DocumentName::isLegal).sorted().toList();
  }

  @Override
  public URI uri(Sha256 digest) {
    return bucket.location().uri(DocumentName.ofArtifact(digest));
  }

  /** Returns the location. */
  @Override
  public String toString() {
    return bucket.location().toString();
  }

  private Path download(Sha256 digest) throws IOException {
    Sha256 received =
        bucket
            .read(DocumentName.ofArtifact(digest), object -> cache.put(object.getObjectContent()))
            .orElseThrow(() -> new MissingArtifactException(digest, uri(digest)));
    if (!received.equals(digest)) {
      throw new DigestMismatchException(digest, received, uri(digest));
    }

    return cache.fetch(digest);
  }

  /**
   * Returns whether the stored object is another one than {@code file} as far as its metadata
   * tells: its length, and its entity tag where that is an MD5 digest.
   */
  private static boolean isDamaged(ObjectMetadata stored, Path file) throws IOException {
    if (stored.getContentLength() != Files.size(file)) {
      return true;
    }

    boolean tagIsDigest =
        stored.getETag().length() == MD5_HEX_DIGITS && stored.getSSEAwsKmsKeyId() == null;
    return tagIsDigest && !stored.getETag().equals(Md5.of(file));
  }
}
