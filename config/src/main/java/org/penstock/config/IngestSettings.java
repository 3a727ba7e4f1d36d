package org.penstock.config;

import static java.util.Objects.requireNonNull;

/**
 * How many rows may break the contract of the row record, and what is put right in the others.
 *
 * @param maxBadFraction fraction of all rows in [0, 1]; more than that ends the run
 * @param repairs rules for rows that keep the contract one by one and not together
 */
public record IngestSettings(
    @Default("0.001") double maxBadFraction, @Default("{}") RepairSettings repairs) {

  public IngestSettings {
    var problems = new Violations();
    problems.check(
        maxBadFraction >= 0 && maxBadFraction <= 1,
        "max-bad-fraction",
        "expected a fraction in [0, 1], got %s",
        maxBadFraction);
    problems.throwIfAny();
    requireNonNull(repairs, "repairs");
  }
}
