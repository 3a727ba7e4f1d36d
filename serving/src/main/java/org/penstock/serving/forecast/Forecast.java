package org.penstock.serving.forecast;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import org.penstock.scoring.Interval;

/**
 * What is predicted of one row to come.
 *
 * @param time of the row, as the data stamps it
 * @param prediction the number
 * @param band where the number may lie
 */
public record Forecast(LocalDateTime time, double prediction, Optional<Interval.Band> band) {

  public Forecast {
    requireNonNull(time, "time");
    requireNonNull(band, "band");
  }
}
