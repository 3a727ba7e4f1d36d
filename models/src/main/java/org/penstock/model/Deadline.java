package org.penstock.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;

/**
 * When a search begins no further combination.
 *
 * @param clock that tells the time
 * @param at the moment; far away where there is no budget
 */
record Deadline(InstantSource clock, Instant at) {

  /** Begins now. */
  static Deadline of(InstantSource clock, OptionalInt seconds) {
    return new Deadline(
        clock,
        seconds.isPresent()
            ? clock.instant().plus(Duration.ofSeconds(seconds.getAsInt()))
            : Instant.MAX);
  }

  boolean isPast() {
    return !clock.instant().isBefore(at);
  }
}
