package org.penstock.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/** Where rows come from. */
sealed interface Source {

  /** The flag that asks for generated rows. */
  String SAMPLE = "sample";

  /** Rows the project generates. */
  record Sample() implements Source {}

  /** A file on this machine. */
  record Local(Path path) implements Source {}

  /** A file that is downloaded first. */
  record Remote(URI uri) implements Source {}

  /**
   * Reads the flag.
   *
   * @throws StepFailure if it is an address of a kind that cannot be read
   */
  static Source parse(String text) {
    if (text.equals(SAMPLE)) {
      return new Sample();
    }

    int colon = text.indexOf(':');
    String scheme = colon < 2 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    try {
      return switch (scheme) {
        case "" -> new Local(Path.of(text));
        case "file" -> new Local(Path.of(URI.create(text)));
        case "http", "https" -> new Remote(URI.create(text));
        default ->
            throw new StepFailure(
                ExitCode.CONFIG,
                List.of(
                    "Cannot read '%s'; expected a path, a file: or https: address, or '%s'"
                        .formatted(text, SAMPLE)));
      };
    } catch (IllegalArgumentException e) {
      throw new StepFailure(ExitCode.CONFIG, "Not a path or address: '%s'".formatted(text), e);
    }
  }
}
