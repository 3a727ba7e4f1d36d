package org.penstock.ingest;

import static java.util.Objects.requireNonNull;

import org.penstock.config.Help;

/**
 * The flags of the ingest step.
 *
 * @param source where the rows are: a path, a {@code file:}, {@code https:} or {@code s3:} address,
 *     several with commas, each perhaps with its part of the split, or {@code sample} for generated
 *     ones
 */
public record IngestConfig(
    @Help(
            "CSV, plain or gzip: a path, a file:, https: or s3: address, 'train=FILE,test=FILE', or 'sample'")
        String source) {

  public IngestConfig {
    requireNonNull(source, "source");
    if (source.isBlank()) {
      throw new IllegalArgumentException("expected a path, an address or 'sample'");
    }
  }
}
