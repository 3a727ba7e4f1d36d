package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.config.Default;
import org.penstock.config.Help;

/**
 * The flags of the gather step.
 *
 * @param source rows that mention keys: a path, a {@code file:}, {@code https:} or {@code s3:}
 *     address, or {@code sample} for generated ones
 * @param reference list of what there is; beside the source if it is not said
 * @param recording answers for the stand-in to give; if it is not said, what is beside a source
 *     that is a path
 * @param despiteOfficeHours whether to ask also when nobody is in the office
 */
public record GatherConfig(
    @Help(
            "CSV, plain or gzip, whose rows mention the keys: a path, a file:, https: or s3: address, or 'sample'")
        String source,
    @Help("CSV that lists what there is; beside the source if empty") Optional<String> reference,
    @Help(
            "JSON list of answers for the stand-in to give; beside the source if empty and that is a path")
        Optional<String> recording,
    @Default("false") @Help("Ask also outside of office hours") boolean despiteOfficeHours) {

  public GatherConfig {
    requireNonNull(source, "source");
    requireNonNull(reference, "reference");
    requireNonNull(recording, "recording");
    if (source.isBlank()) {
      throw new IllegalArgumentException("expected a path, an address or 'sample'");
    }
  }
}
