package org.penstock.evaluate.page;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;

/** Findings as short texts. */
final class Words {

  private Words() {}

  static String interval(Estimate estimate) {
    return estimate.lower() <= estimate.upper()
        ? "%s to %s".formatted(Numbers.metric(estimate.lower()), Numbers.metric(estimate.upper()))
        : "no interval";
  }

  /** Returns a difference with its sign. */
  static String signed(double difference) {
    return (difference > 0 ? "+" : "") + Numbers.metric(difference);
  }

  static String hyperparameters(Map<String, Double> hyperparameters) {
    return hyperparameters.isEmpty()
        ? "as the trainer has them"
        : new TreeMap<>(hyperparameters)
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + Numbers.plain(entry.getValue()))
                .collect(Collectors.joining(", "));
  }

  static String split(SplitSettings split) {
    if (split.by() == By.GIVEN) {
      return "as the rows say: the part 'test' for testing";
    }

    String by =
        switch (split.by()) {
          case GROUP -> "by group: %s".formatted(String.join(", ", split.group()));
          case ENTITY -> "by entity";
          case TIME -> "by time, the latest rows are the test split";
          case RANDOM ->
              split.forcedBecause().isBlank()
                  ? "random"
                  : "random, forced because: " + split.forcedBecause();
          case GIVEN -> "as given";
        };
    return "%s for testing, %s".formatted(Numbers.percent(split.test()), by);
  }

  /** Returns the title of {@code metric} within a sentence. */
  static String small(Metric metric) {
    String title = metric.title();
    boolean initials = title.length() < 2 || !Character.isLowerCase(title.charAt(1));
    return initials ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }
}
