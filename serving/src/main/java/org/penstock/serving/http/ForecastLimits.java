package org.penstock.serving.http;

/** How much of the future may be asked for at once. */
public final class ForecastLimits {

  /** A year, after which the calendar of most views comes again. */
  public static final int HOURS = 8_784;

  private ForecastLimits() {}
}
