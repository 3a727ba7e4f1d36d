package org.penstock.evaluate.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.row.Column;

/** Findings as short texts. */
final class Words {

  /** What fits beside a plot, in letters. */
  private static final int LONGEST_AXIS = 40;

  private Words() {}

  static String interval(Estimate estimate) {
    return Numbers.interval(estimate).orElse("no interval");
  }

  /** Returns {@code part} with its sign and the decimals of {@code difference}. */
  static String signed(double difference, double part) {
    return (part > 0 ? "+" : "") + Numbers.like(difference, part);
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

  /** Returns what a model predicts, as a sentence without its full stop. */
  static String target(Column label) {
    return label.doc().isEmpty()
        ? "What is predicted is '%s'".formatted(label.name())
        : "What is predicted is '%s': %s".formatted(label.name(), label.doc());
  }

  /** Returns what a model predicts, as the label of an axis. */
  static String axis(Column label) {
    return label.doc().isEmpty() || label.doc().length() > LONGEST_AXIS
        ? label.name()
        : label.doc();
  }

  /** Returns {@code count} of a thing, which has more of it end in s. */
  static String count(long count, String thing) {
    return Numbers.count(count) + " " + thing + (count == 1 ? "" : "s");
  }

  /** Returns {@code span} such as {@code 24h} or {@code 1d} in words. */
  static String span(String span) {
    long count = Long.parseLong(span.replaceAll("\\D", ""));
    return switch (span.replaceAll("\\d", "")) {
      case "d" -> count(count, "day");
      case "h" -> count(count, "hour");
      case "m" -> count(count, "minute");
      default -> span;
    };
  }

  /** Returns {@code things} with an "and" before the last. */
  static String list(List<String> things) {
    int last = things.size() - 1;
    return last <= 0
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  /** Returns {@code sentence} as it goes on after a colon; initials stay as they are. */
  static String lower(String sentence) {
    boolean initials = sentence.length() < 2 || !Character.isLowerCase(sentence.charAt(1));
    return initials
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Returns the title of {@code metric} within a sentence. */
  static String small(Metric metric) {
    return lower(metric.title());
  }
}
