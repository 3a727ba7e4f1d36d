package org.penstock.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * How a project whose rows follow each other in time is judged as a forecast.
 *
 * @param naive seasons; a model is shown beside the forecast that what happened a season ago
 *     happens again
 * @param horizon how far each forecast of the rolling evaluation goes, and after what time errors
 *     come again
 * @param from share of the rows that are known at the first forecast of the rolling evaluation, in
 *     (0, 1)
 * @param refit after how much time the model learns again there; a multiple of {@code horizon}
 */
public record ForecastSettings(
    List<Duration> naive,
    @Default("24h") Duration horizon,
    @Default("0.5") double from,
    @Default("24h") Duration refit) {

  public ForecastSettings {
    naive = List.copyOf(naive);
    var problems = new Violations();
    problems.check(!naive.isEmpty(), "naive", "expected at least one season");
    for (int i = 0; i < naive.size(); i++) {
      problems.check(
          naive.get(i).isPositive(),
          "naive[%d]".formatted(i),
          "expected a positive time, got %s",
          Durations.text(naive.get(i)));
    }
    problems.check(
        new HashSet<>(naive).size() == naive.size(), "naive", "expected each season once");
    problems.check(
        horizon.isPositive(),
        "horizon",
        "expected a positive time, got %s",
        Durations.text(horizon));
    problems.check(from > 0 && from < 1, "from", "expected a share in (0, 1), got %s", from);
    problems.check(
        refit.isPositive() && horizon.isPositive() && refit.toNanos() % horizon.toNanos() == 0,
        "refit",
        "expected a multiple of the horizon, got %s",
        Durations.text(refit));
    problems.throwIfAny();
  }

  /**
   * Returns the names of the metrics that an evaluation of a forecast has beside those of its task.
   */
  public List<String> metrics() {
    var metrics = new ArrayList<String>(List.of("rolling-mae"));
    for (Duration season : naive) {
      metrics.add("mae-vs-" + name(season));
      metrics.add("rolling-mae-vs-" + name(season));
    }
    return List.copyOf(metrics);
  }

  /** Returns how {@code season} is called in evaluations and policies: {@code naive-168h}. */
  public static String name(Duration season) {
    return season.equals(Duration.ofHours(season.toHours()))
        ? "naive-%dh".formatted(season.toHours())
        : "naive-" + Durations.text(season);
  }
}
