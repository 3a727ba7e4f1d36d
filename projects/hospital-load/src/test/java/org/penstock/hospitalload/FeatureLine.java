package org.penstock.hospitalload;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.penstock.feature.CalendarView;

/** An hour and its features in a line, as {@code building_calendar.py} writes it. */
final class FeatureLine {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private FeatureLine() {}

  static String of(LocalDateTime stamp) {
    LoadFeatures features = features(stamp);
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%.9f",
        STAMP.format(stamp),
        features.dayType(),
        features.hour(),
        features.warmth());
  }

  @SuppressWarnings("unchecked")
  static LoadFeatures features(LocalDateTime stamp) {
    return ((CalendarView<HourlyLoad, LoadFeatures>) new HospitalLoad().view()).at(stamp);
  }
}
