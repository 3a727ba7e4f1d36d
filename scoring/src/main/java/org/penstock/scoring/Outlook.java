package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Where the known rows end, and by how much the model missed the last of them: what is off today is
 * partly off tomorrow.
 *
 * @param end time of the last row
 * @param step from one row to the next, positive
 * @param carry how much of an error is left a period later, in [0, 1)
 * @param errors what was true less what was predicted, for the last period, oldest first; at least
 *     one
 */
public record Outlook(LocalDateTime end, Duration step, double carry, double[] errors) {

  public Outlook {
    requireNonNull(end, "end");
    errors = errors.clone();
    if (!step.isPositive()) {
      throw new IllegalArgumentException("step is %s, expected a positive time".formatted(step));
    }
    if (!(carry >= 0 && carry < 1)) {
      throw new IllegalArgumentException("carry is %s, expected [0, 1)".formatted(carry));
    }
    if (errors.length == 0) {
      throw new IllegalArgumentException("There are no errors of a last period");
    }
    for (double error : errors) {
      if (!Double.isFinite(error)) {
        throw new IllegalArgumentException("An error of the last period is " + error);
      }
    }
  }

  /** Returns the time of the row {@code steps} after the last one, from 1. */
  public LocalDateTime time(int steps) {
    return end.plus(step.multipliedBy(steps));
  }

  /** Returns what to add to the prediction for the row {@code steps} after the last one, from 1. */
  public double correction(int steps) {
    int period = errors.length;
    int periods = (steps + period - 1) / period;
    return StrictMath.pow(carry, periods) * errors[(steps - 1) % period];
  }
}
