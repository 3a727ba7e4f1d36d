package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down every call, and tells how far the gathering is. */
public final class LogListener implements GatherListener {

  /** Where it is told how far the gathering is. */
  @FunctionalInterface
  public interface Progress {

    /** Of {@code total} keys, {@code done} are answered. */
    void update(long done, long total);
  }

  private static final Logger log = LoggerFactory.getLogger(LogListener.class);

  private final String step;
  private final Progress progress;

  /**
   * @param step stands in each line
   * @param progress is told how many keys of how many are answered
   */
  public LogListener(String step, Progress progress) {
    this.step = requireNonNull(step, "step");
    this.progress = requireNonNull(progress, "progress");
  }

  @Override
  public void progress(int done, int total) {
    progress.update(done, total);
  }

  @Override
  public void called(int number, String key, String outcome) {
    log.info("call step={} number={} key={} outcome='{}'", step, number, key, outcome);
  }

  @Override
  public void waits(Duration time, String reason) {
    log.info("wait step={} seconds={} reason='{}'", step, time.toMillis() / 1000.0, reason);
  }
}
