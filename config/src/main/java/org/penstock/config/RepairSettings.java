package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is put right in rows before anything is computed from them; all of it is counted.
 *
 * @param duplicates what becomes of rows of one entity at one time
 * @param step the time from one row of an entity to its next, to count what is absent
 * @param stuckAfter from this many equal readings of a sensor in a row on, they count as missing;
 *     0: never
 * @param latest the last day that rows of a file may be of; later ones are bad rows
 */
public record RepairSettings(
    @Default("keep") Duplicates duplicates,
    Optional<Duration> step,
    @Default("0") int stuckAfter,
    Optional<LocalDate> latest) {

  /** What becomes of rows of one entity at one time. */
  public enum Duplicates {
    /** They stay. */
    KEEP,
    /** Rows that are equal in every column become one; others stay. */
    DROP_EQUAL,
    /** The first stays. */
    KEEP_FIRST,
    /** The last stays: it corrects those before it. */
    KEEP_LAST
  }

  public RepairSettings {
    var problems = new Violations();
    problems.check(step.isEmpty() || step.get().isPositive(), "step", "expected a time above 0");
    problems.check(
        stuckAfter == 0 || stuckAfter >= 2,
        "stuck-after",
        "expected at least 2 readings, or 0 for never, got %d",
        stuckAfter);
    problems.throwIfAny();
    requireNonNull(duplicates, "duplicates");
    requireNonNull(latest, "latest");
  }

  /** Returns whether rows that are right one by one are looked at together. */
  public boolean any() {
    return duplicates != Duplicates.KEEP || step.isPresent() || stuckAfter > 0;
  }
}
