package org.penstock.cli;

import java.time.Duration;
import org.penstock.config.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Whether a command ends at once, or when the run on a cluster does. */
final class WaitOptions {

  @Option(
      names = "--wait",
      description = "Show the steps as they end, until the run ends or waits for a person.")
  boolean waits;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = Time.class,
      description = "How long --wait waits (default: ${DEFAULT-VALUE}).")
  Duration timeout;

  /** Reads 90s, 5m, 1h. */
  static final class Time implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      return Durations.parse(text);
    }
  }
}
