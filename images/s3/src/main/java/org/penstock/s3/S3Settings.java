package org.penstock.s3;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the server reads from its environment.
 *
 * @param accessKey {@code AWS_ACCESS_KEY_ID}, which clients sign with
 * @param secretKey {@code AWS_SECRET_ACCESS_KEY}
 * @param directory {@code S3_DIRECTORY}: a folder for each bucket, in it a file for each object
 * @param host {@code S3_HOST}: the address it listens at
 * @param port {@code S3_PORT}
 * @param buckets {@code S3_BUCKETS}: those that exist from the start
 */
record S3Settings(
    String accessKey,
    String secretKey,
    Path directory,
    String host,
    int port,
    List<String> buckets) {

  S3Settings {
    requireNonNull(accessKey, "accessKey");
    requireNonNull(secretKey, "secretKey");
    requireNonNull(directory, "directory");
    requireNonNull(host, "host");
    buckets = List.copyOf(buckets);
  }

  /**
   * Reads the variables of a process.
   *
   * @throws IllegalArgumentException with a line for every one that is missing or wrong
   */
  static S3Settings of(Map<String, String> environment) {
    var problems = new ArrayList<String>();
    for (String name : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
      if (environment.getOrDefault(name, "").isBlank()) {
        problems.add("%s is not set; it is what clients sign with, from a secret".formatted(name));
      }
    }
    String port = environment.getOrDefault("S3_PORT", "9000");
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
      problems.add("S3_PORT is '%s', expected 0 to 65535".formatted(port));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }

    return new S3Settings(
        environment.get("AWS_ACCESS_KEY_ID"),
        environment.get("AWS_SECRET_ACCESS_KEY"),
        Path.of(environment.getOrDefault("S3_DIRECTORY", "/data")),
        environment.getOrDefault("S3_HOST", "0.0.0.0"),
        Integer.parseInt(port),
        Arrays.stream(environment.getOrDefault("S3_BUCKETS", "penstock").split(","))
            .map(String::strip)
            .filter(bucket -> !bucket.isEmpty())
            .toList());
  }

  /** Without the secret, which must not reach a log. */
  @Override
  public String toString() {
    return "S3Settings[directory=%s, host=%s, port=%d, buckets=%s]"
        .formatted(directory, host, port, buckets);
  }
}
