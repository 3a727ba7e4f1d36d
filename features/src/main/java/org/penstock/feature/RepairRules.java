package org.penstock.feature;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is put right in rows before anything is computed from them.
 *
 * @param duplicates what becomes of rows of one entity at one time
 * @param step the time between two rows of an entity, to find what is absent; empty: there is none
 * @param stuckAfter from this many equal readings in a row on, a reading is missing; 0: never
 * @param latest rows of a later day are of the future, and dropped
 */
public record RepairRules(
    Duplicates duplicates, Optional<Duration> step, int stuckAfter, Optional<LocalDate> latest) {

  /** Nothing is looked for, and nothing changed. */
  public static final RepairRules NONE =
      new RepairRules(Duplicates.KEEP, Optional.empty(), 0, Optional.empty());

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

  public RepairRules {
    requireNonNull(duplicates, "duplicates");
    requireNonNull(step, "step");
    requireNonNull(latest, "latest");
  }

  /** Returns whether there is any rule. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
