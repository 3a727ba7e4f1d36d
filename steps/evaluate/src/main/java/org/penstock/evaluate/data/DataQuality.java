package org.penstock.evaluate.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of the rows that were read.
 *
 * @param rows how many keep the contract, after repairs
 * @param badRows how many do not, and are in quarantine
 * @param reasons why, the most frequent first
 * @param repairs what was found and put right, in sentences with a count each
 * @param gaps what is missing in the rows
 */
public record DataQuality(
    long rows, long badRows, List<Reason> reasons, List<Repair> repairs, MissingMap gaps) {

  public DataQuality {
    requireNonNull(gaps, "gaps");
    reasons = List.copyOf(reasons);
    repairs = List.copyOf(repairs);
  }

  /**
   * Reads what the ingest step made.
   *
   * @param rows table of the good rows
   * @param quarantine table of the bad rows; empty: not known
   * @param repairs what was put right, as JSON; empty: not known
   */
  public static DataQuality read(Path rows, Optional<Path> quarantine, Optional<Path> repairs)
      throws IOException {
    MissingMap gaps = MissingMap.of(rows);
    List<Reason> reasons = quarantine.isPresent() ? Reason.of(quarantine.get()) : List.<Reason>of();
    return new DataQuality(
        gaps.rows(),
        reasons.stream().mapToLong(Reason::rows).sum(),
        reasons,
        repairs.isPresent() ? Repair.of(Files.readAllBytes(repairs.get())) : List.<Repair>of(),
        gaps);
  }
}
