package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penstock.config.Durations;
import org.penstock.config.ForecastSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Grouping;
import org.penstock.dataset.RollingOrigins;
import org.penstock.dataset.Split;
import org.penstock.evaluation.Bootstrap;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Measurable;
import org.penstock.evaluation.Metric;
import org.penstock.evaluation.NumberPredictions;
import org.penstock.evaluation.SeasonalNaive;

/**
 * Judges forecasts. Errors of neighbours in time resemble each other, so that the bootstrap draws
 * whole seasons, of the longest of the naive forecasts.
 */
final class ForecastJudge {

  private final ForecastSettings settings;
  private final Dataset dataset;
  private final Bootstrap bootstrap;

  ForecastJudge(ForecastSettings settings, Dataset dataset, Bootstrap bootstrap) {
    this.settings = requireNonNull(settings, "settings");
    this.dataset = requireNonNull(dataset, "dataset");
    this.bootstrap = requireNonNull(bootstrap, "bootstrap");
  }

  /**
   * Judges.
   *
   * @param test predictions for the test rows of {@code split}
   * @param rolling what train predicted from one origin after another
   */
  ForecastFindings judge(Split split, NumberPredictions test, Optional<Alternative> rolling) {
    return new ForecastFindings(
        Durations.text(settings.horizon()),
        part(
            split.test(),
            test,
            season -> season.predict(times(), labels(), split.train(), split.test())),
        rolling.map(this::rolling));
  }

  private ForecastFindings.Part rolling(Alternative alternative) {
    List<Split> origins = RollingOrigins.of(dataset, settings.from(), settings.horizon());
    int[] rows = alternative.rows();
    if (!Arrays.equals(
        rows, origins.stream().flatMapToInt(origin -> Arrays.stream(origin.test())).toArray())) {
      throw new IllegalArgumentException(
          "The rolling forecasts of train are of other rows than those that forecast.from and forecast.horizon name");
    }
    double[] targets = IntStream.of(rows).mapToDouble(row -> labels()[row]).toArray();
    return part(
        rows,
        new NumberPredictions(targets, alternative.outputs(), blocks(rows)),
        season ->
            origins.stream()
                .flatMapToDouble(origin ->
                    Arrays.stream(season.predict(times(), labels(), origin.train(), origin.test())))
                .toArray());
  }

  /** Says what a naive forecast says of the rows. */
  private interface Naive {
    double[] of(SeasonalNaive season);
  }

  private ForecastFindings.Part part(int[] rows, NumberPredictions model, Naive naive) {
    Map<String, double[]> said = new LinkedHashMap<>();
    List<Measurable> measured = new ArrayList<>(List.of(Measurable.of(model, Cutoff.at(0.5))));
    for (Duration season : settings.naive()) {
      double[] numbers = naive.of(new SeasonalNaive(RollingOrigins.units(dataset, season)));
      said.put(ForecastSettings.name(season), numbers);
      measured.add(Measurable.of(model.with(numbers), Cutoff.at(0.5)));
    }
    Bootstrap.Draws draws = bootstrap.draw(measured);
    List<Map<Metric, Estimate>> estimates = draws.estimates();
    Map<String, Estimate> errors = new LinkedHashMap<>();
    Map<String, Estimate> shares = new LinkedHashMap<>();
    int index = 0;
    for (String name : said.keySet()) {
      index++;
      errors.put(name, estimates.get(index).get(Metric.MAE));
      shares.put(name, draws.ratio(0, index).get(Metric.MAE));
    }
    return new ForecastFindings.Part(
        IntStream.of(rows).mapToObj(row -> RollingOrigins.moment(dataset, times()[row])).toList(),
        model,
        said,
        estimates.getFirst().get(Metric.MAE),
        errors,
        shares);
  }

  /** Groups {@code rows} by the season that they lie in. */
  Grouping blocks(int[] rows) {
    Duration longest = settings.naive().stream().max(Comparator.naturalOrder()).orElseThrow();
    long length = RollingOrigins.units(dataset, longest);
    long first = IntStream.of(rows).mapToLong(row -> times()[row]).min().orElseThrow();
    return Grouping.of(
        IntStream.of(rows).mapToLong(row -> (times()[row] - first) / length).toArray());
  }

  private long[] times() {
    return dataset.times();
  }

  private double[] labels() {
    return dataset.labels();
  }
}
