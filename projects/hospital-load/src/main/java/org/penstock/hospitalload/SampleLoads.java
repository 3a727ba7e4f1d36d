package org.penstock.hospitalload;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.penstock.feature.sample.Draw;

/**
 * An invented building with the quirks of the real one: stamps at the end of hours, a week that is
 * ahead of the stamps' week, daylight saving, holidays, and a season. Its size, its hours and its
 * weather are made up.
 *
 * <p>The load is a profile of day type and hour, less what a warm season takes off by day, plus
 * weather: noise that lasts for days.
 */
final class SampleLoads {

  private static final LocalDateTime FIRST = LocalDateTime.of(2015, 1, 1, 1, 0);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int HOURS_OF_DAY = 24;
  private static final double NIGHT_KW = 610;

  /** How much of today's weather is yesterday's. */
  private static final double PERSISTENCE = 0.7;

  private static final double WEATHER_KW = 12;
  private static final double NOISE_KW = 4;

  private SampleLoads() {}

  static void write(long seed, int days, Appendable csv) throws IOException {
    var draw = new Draw(seed);
    csv.append("ds,y\n");
    double weather = 0;
    for (long hour = 0; hour < (long) days * HOURS_OF_DAY; hour++) {
      if (hour % HOURS_OF_DAY == 0) {
        weather = PERSISTENCE * weather + WEATHER_KW * draw.normal();
      }
      LocalDateTime stamp = FIRST.plusHours(hour);
      double load = load(stamp, weather) + NOISE_KW * draw.normal();
      csv.append(STAMP.format(stamp))
          .append(',')
          .append(String.format(Locale.ROOT, "%.4f", load))
          .append('\n');
    }
  }

  private static double load(LocalDateTime stamp, double weather) {
    BuildingTime building = BuildingTime.of(stamp);
    double open = open(DayType.of(building.date(), building.weekday()), building.hour());
    return NIGHT_KW * (1 + 0.6 * open)
        - 22 * open * Warmth.of(building.date())
        + weather * (0.3 + 0.7 * open);
  }

  /** How much of the house is at work, from 0 to 1. */
  private static double open(DayType day, int hour) {
    boolean core = hour >= 7 && hour < 18;
    boolean edge = hour >= 5 && hour < 20;
    return switch (day) {
      case WORKDAY -> core ? 1 : edge ? 0.5 : 0;
      case SATURDAY -> core ? 0.45 : edge ? 0.2 : 0;
      case SUNDAY_OR_HOLIDAY -> core ? 0.2 : edge ? 0.1 : 0;
    };
  }
}
