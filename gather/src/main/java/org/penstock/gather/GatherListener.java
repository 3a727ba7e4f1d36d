package org.penstock.gather;

import java.time.Duration;

/** Is told what a gatherer does while it does it. */
public interface GatherListener {

  /** Of {@code total} keys, {@code done} are answered. */
  void progress(int done, int total);

  /** Call {@code number} of the month was made and came to {@code outcome}. */
  void called(int number, String key, String outcome);

  /** Nothing is asked for {@code time}, because of {@code reason}. */
  void waits(Duration time, String reason);
}
