package org.penstock.step;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where a file lies that no step made. */
public sealed interface Source {

  /** What a flag says instead of a source to ask for generated rows. */
  String SAMPLE = "sample";

  /** A file on this machine. */
  record Local(Path path) implements Source {}

  /** A file that a server gives to whoever asks. */
  record Remote(URI uri) implements Source {}

  /**
   * An object of S3, at the endpoint and by the credentials of the store.
   *
   * @param address {@code s3://bucket/key}
   */
  record InBucket(String address) implements Source {}

  /**
   * Reads what a flag says.
   *
   * @throws StepFailure if it is an address of a kind that cannot be read
   */
  static Source parse(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 2 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    try {
      return switch (scheme) {
        case "" -> new Local(Path.of(text));
        case "file" -> new Local(Path.of(URI.create(text)));
        case "http", "https" -> new Remote(URI.create(text));
        case "s3" -> new InBucket(text);
        default ->
            throw new StepFailure(
                ExitCode.CONFIG,
                List.of(
                    "Cannot read '%s'; expected a path, a file:, https: or s3: address, or '%s'"
                        .formatted(text, SAMPLE)));
      };
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "Not a path or address: '%s'".formatted(text), e);
    }
  }

  /** Returns where a file called {@code name} lies that is beside this one. */
  default Source sibling(String name) {
    return switch (this) {
      case Local(Path path) -> new Local(path.resolveSibling(name));
      case Remote(URI uri) -> new Remote(uri.resolve(name));
      case InBucket(String address) ->
          new InBucket(address.substring(0, address.lastIndexOf('/') + 1) + name);
    };
  }
}
