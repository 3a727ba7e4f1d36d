package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whom to ask, and how patiently.
 *
 * @param vendor where the vendor answers; without it only a stand-in of the project's own is asked
 * @param path below the vendor's address; {@code {key}} stands for what is asked
 * @param timeout after which a call that has no whole answer counts as failed
 * @param attempts how often a key is asked at most in one run, the first time included
 * @param backoff how long to wait before a failed call is made again
 * @param maxWait the longest pause inside a run; whatever asks for more ends it
 * @param keep how long an answer is good; what is older is asked again
 * @param maxBadFraction fraction in [0, 1] of the rows of a source that may break its contract
 */
public record GatherSettings(
    Optional<URI> vendor,
    String path,
    @Default("10s") Duration timeout,
    @Default("4") int attempts,
    @Default("{}") BackoffSettings backoff,
    @Default("1m") Duration maxWait,
    @Default("90d") Duration keep,
    @Default("0.001") double maxBadFraction) {

  public GatherSettings {
    var problems = new Violations();
    vendor.ifPresent(address -> problems.checkWebAddress(address, "vendor"));
    problems.check(
        path.startsWith("/") && path.contains("{key}"),
        "path",
        "expected a path like /countries/{key}, got '%s'",
        path);
    problems.check(
        timeout.isPositive(),
        "timeout",
        "expected a time above 0, got %s",
        Durations.text(timeout));
    problems.check(attempts >= 1, "attempts", "expected at least 1, got %d", attempts);
    problems.check(
        keep.isPositive(), "keep", "expected a time above 0, got %s", Durations.text(keep));
    problems.check(
        maxBadFraction >= 0 && maxBadFraction <= 1,
        "max-bad-fraction",
        "expected a fraction in [0, 1], got %s",
        maxBadFraction);
    problems.throwIfAny();
    requireNonNull(backoff, "backoff");
    requireNonNull(maxWait, "maxWait");
  }
}
