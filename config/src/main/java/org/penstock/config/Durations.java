package org.penstock.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them in YAML: {@code 30d}, {@code 12h}, {@code 1h30m}, {@code 10s}, {@code
 * 250ms}.
 */
public final class Durations {

  private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|d|h|m|s)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private Durations() {}

  /**
   * Returns the time that {@code text} says.
   *
   * @throws IllegalArgumentException if it is not a sequence of whole numbers with units
   */
  public static Duration parse(String text) {
    Matcher part = PART.matcher(text);
    long millis = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      millis += Long.parseLong(part.group(1)) * MILLIS.get(part.group(2));
      end = part.end();
    }
    if (text.isEmpty() || end != text.length()) {
      throw new IllegalArgumentException(
          "expected a time like 30d, 12h, 5m or 10s, got '%s'".formatted(text));
    }
    return Duration.ofMillis(millis);
  }

  /** Returns {@code time} in the largest unit that divides it; the inverse of {@link #parse}. */
  public static String text(Duration time) {
    long millis = time.toMillis();
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      if (millis != 0 && millis % MILLIS.get(unit) == 0) {
        return millis / MILLIS.get(unit) + unit;
      }
    }
    return millis + "ms";
  }
}
