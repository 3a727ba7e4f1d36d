package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * When a program that failed is started again.
 *
 * @param limit how often beyond the first time, at least 0
 * @param policy which outcomes count as failed
 * @param expression what must also hold, over {@code lastRetry}; empty: nothing
 * @param backoff how long to wait
 */
public record Retry(int limit, Policy policy, Optional<Expression> expression, Backoff backoff) {

  /** Which outcomes are retried. */
  public enum Policy {
    /** Every outcome but success. */
    ALWAYS,
    /** The program ended with another exit code than 0. */
    ON_FAILURE,
    /** The program could not be run. */
    ON_ERROR;

    boolean covers(NodePhase phase) {
      return switch (this) {
        case ALWAYS -> true;
        case ON_FAILURE -> phase == NodePhase.FAILED;
        case ON_ERROR -> phase == NodePhase.ERROR;
      };
    }
  }

  /**
   * How long to wait: {@code duration}, times {@code factor} for each further retry, never more
   * than {@code cap}; no retry starts later than {@code maxDuration} after the first start.
   */
  public record Backoff(
      Duration duration, double factor, Optional<Duration> cap, Optional<Duration> maxDuration) {

    public Backoff {
      requireNonNull(duration, "duration");
      requireNonNull(cap, "cap");
      requireNonNull(maxDuration, "maxDuration");
    }

    /** Returns how long to wait before retry {@code number}, counted from 1. */
    public Duration before(int number) {
      double millis = duration.toMillis() * Math.pow(factor, number - 1);
      Duration wait = Duration.ofMillis((long) Math.min(millis, Long.MAX_VALUE / 2));
      return cap.filter(limit -> limit.compareTo(wait) < 0).orElse(wait);
    }
  }

  public Retry {
    requireNonNull(policy, "policy");
    requireNonNull(expression, "expression");
    requireNonNull(backoff, "backoff");
    if (limit < 0) {
      throw new IllegalArgumentException("expected at least 0 retries, got " + limit);
    }
  }
}
