package org.penstock.upload;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.config.Default;
import org.penstock.config.Help;

/**
 * The flags of the upload step.
 *
 * @param answers what was gathered; the file is handed in once for it
 * @param file what is handed in, a path or an address; nothing is an empty file
 * @param despiteOfficeHours whether to hand it in also when nobody is in the office
 */
public record UploadConfig(
    @Help("Digest of the answers; the file is handed in once for each") Sha256 answers,
    @Help("File to hand in, a path or an address; an empty one if empty") Optional<String> file,
    @Default("false") @Help("Hand it in also outside of office hours") boolean despiteOfficeHours) {

  public UploadConfig {
    requireNonNull(answers, "answers");
    requireNonNull(file, "file");
  }
}
