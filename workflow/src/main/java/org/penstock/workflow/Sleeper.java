package org.penstock.workflow;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Sleeper {

  /** Returns after {@code time}. */
  void sleep(Duration time) throws InterruptedException;
}
