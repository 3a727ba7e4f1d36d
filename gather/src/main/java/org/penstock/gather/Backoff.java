package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.SplittableRandom;
import org.penstock.config.BackoffSettings;

/** Waits that grow with each failure, a part of them drawn at random. Belongs to one thread. */
final class Backoff {

  private final BackoffSettings settings;
  private final SplittableRandom random;

  /**
   * @param gatherer draws other waits than another, so that two who failed together do not come
   *     back together
   */
  Backoff(BackoffSettings settings, String gatherer) {
    this.settings = requireNonNull(settings, "settings");
    this.random = new SplittableRandom(settings.seed() * 31 + gatherer.hashCode());
  }

  /**
   * Returns how long to wait.
   *
   * @param failures in a row, at least 1
   * @return between (1 − jitter) and 1 times what it would be without jitter
   */
  Duration after(int failures) {
    double most = settings.most().toMillis();
    double whole = settings.first().toMillis() * StrictMath.pow(settings.factor(), failures - 1.0);
    double wait = Math.min(whole, most) * (1 - settings.jitter() * random.nextDouble());
    return Duration.ofMillis(Math.round(wait));
  }
}
