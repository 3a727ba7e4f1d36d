package org.penstock.gather;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Sleeper {

  /** Returns when {@code time} has passed. */
  void sleep(Duration time) throws InterruptedException;
}
