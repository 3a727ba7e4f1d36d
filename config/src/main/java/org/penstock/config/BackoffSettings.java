package org.penstock.config;

import java.time.Duration;

/**
 * How long to wait before a failed call is made again, if the vendor does not say.
 *
 * @param first before the second attempt
 * @param factor by which each further wait is longer, at least 1
 * @param most no wait is longer
 * @param jitter fraction of a wait in [0, 1] that is drawn at random, so that two who failed
 *     together do not come back together
 * @param seed of the draw
 */
public record BackoffSettings(
    @Default("1s") Duration first,
    @Default("2") double factor,
    @Default("30s") Duration most,
    @Default("0.5") double jitter,
    @Default("7") long seed) {

  public BackoffSettings {
    var problems = new Violations();
    problems.check(
        factor >= 1 && Double.isFinite(factor), "factor", "expected at least 1, got %s", factor);
    problems.check(
        most.compareTo(first) >= 0,
        "most",
        "expected at least first, which is %s, got %s",
        Durations.text(first),
        Durations.text(most));
    problems.check(
        jitter >= 0 && jitter <= 1, "jitter", "expected a fraction in [0, 1], got %s", jitter);
    problems.throwIfAny();
  }
}
