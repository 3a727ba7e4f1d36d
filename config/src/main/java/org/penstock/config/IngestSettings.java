package org.penstock.config;

/**
 * How many rows may break the contract of the row record.
 *
 * @param maxBadFraction fraction of all rows in [0, 1]; more than that ends the run
 */
public record IngestSettings(@Default("0.001") double maxBadFraction) {

  public IngestSettings {
    var problems = new Violations();
    problems.check(
        maxBadFraction >= 0 && maxBadFraction <= 1,
        "max-bad-fraction",
        "expected a fraction in [0, 1], got %s",
        maxBadFraction);
    problems.throwIfAny();
  }
}
