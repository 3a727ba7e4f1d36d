package org.penstock.serving.http;

import java.time.Duration;
import org.penstock.serving.forecast.CalendarPlace;

/** What a forecast is asked of. */
sealed interface ForecastRequest {

  /**
   * The time after the end of the data.
   *
   * @param time how far, positive
   */
  record Ahead(Duration time) implements ForecastRequest {}

  /**
   * A place in the calendar.
   *
   * @param place hour, day of the week and of the year
   */
  record Usual(CalendarPlace place) implements ForecastRequest {}
}
