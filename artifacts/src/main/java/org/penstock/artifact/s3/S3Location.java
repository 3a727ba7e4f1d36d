package org.penstock.artifact.s3;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penstock.artifact.InvalidStoreException;

/**
 * A bucket, and where in it the store begins.
 *
 * @param bucket name of the bucket
 * @param prefix of all keys: empty, or ending with a slash
 */
record S3Location(String bucket, String prefix) {

  private static final Pattern LOCATION =
      Pattern.compile("s3://([A-Za-z0-9._-]{3,63})((?:/[A-Za-z0-9._=@+-]+)*)/?");

  S3Location {
    requireNonNull(bucket, "bucket");
    requireNonNull(prefix, "prefix");
  }

  /**
   * Reads {@code s3://bucket/prefix}; the prefix may be missing.
   *
   * @throws InvalidStoreException if it is written otherwise
   */
  static S3Location parse(String location) {
    Matcher matcher = LOCATION.matcher(location);
    if (!matcher.matches()) {
      throw new InvalidStoreException(
          "'%s' is no S3 location; it is written s3://bucket or s3://bucket/prefix"
              .formatted(location));
    }

    String path = matcher.group(2);
    return new S3Location(matcher.group(1), path.isEmpty() ? "" : path.substring(1) + "/");
  }

  String key(String name) {
    return prefix + name;
  }

  URI uri(String name) {
    return URI.create("s3://" + bucket + "/" + key(name));
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix;
  }
}
