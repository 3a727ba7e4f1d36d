package org.penstock.artifact.s3;

import com.amazonaws.auth.AWSCredentialsProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penstock.artifact.InvalidStoreException;

/** Objects of S3 that are no artifacts: files that somebody laid there under names of their own. */
public final class S3File {

  private static final Pattern ADDRESS = Pattern.compile("s3://([A-Za-z0-9._-]{3,63})/(.*[^/])");

  private S3File() {}

  /**
   * Copies the object at {@code s3://bucket/key} into {@code file}, with the credentials that the
   * SDK finds.
   *
   * @param endpoint a server other than Amazon's
   * @return whether there is one
   * @throws InvalidStoreException if the address is none, or the bucket cannot be used
   * @throws IOException if S3 does not answer now
   */
  public static boolean fetch(String address, Optional<URI> endpoint, Path file)
      throws IOException {
    return fetch(address, endpoint, file, S3Clients.credentials());
  }

  static boolean fetch(
      String address, Optional<URI> endpoint, Path file, AWSCredentialsProvider credentials)
      throws IOException {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches()) {
      throw new InvalidStoreException(
          "'%s' is no file in S3; it is written s3://bucket/name".formatted(address));
    }

    S3Location bucket = new S3Location(matcher.group(1), "");
    S3Failure failures = new S3Failure(bucket, endpoint.map(URI::toString).orElse("Amazon S3"));
    return new Bucket(S3Clients.connect(endpoint, credentials), bucket, failures, LargeUpload.USUAL)
        .read(
            matcher.group(2),
            object ->
                Files.copy(object.getObjectContent(), file, StandardCopyOption.REPLACE_EXISTING))
        .isPresent();
  }
}
