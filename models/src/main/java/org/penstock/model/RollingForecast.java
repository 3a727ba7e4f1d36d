package org.penstock.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.penstock.config.ForecastSettings;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.InvalidDatasetException;
import org.penstock.dataset.RollingOrigins;
import org.penstock.dataset.Split;
import org.penstock.model.TrainedModel.Alternative;
import org.penstock.scoring.Outlook;
import org.penstock.scoring.Scorer;

/**
 * Predicts the near future from one origin after another, by a recipe that learns again from all
 * that had happened by then. What it missed in the last period is carried over in part; how much is
 * learnt from the origins before.
 */
final class RollingForecast {

  /** How an evaluation finds these predictions among the alternatives. */
  private static final String SPLIT = "rolling";

  private final Recipe recipe;
  private final ForecastSettings settings;
  private final Dataset dataset;
  private final long step;
  private final int period;
  private final ErrorCarry carry = new ErrorCarry();

  /**
   * @param dataset all rows; one forecast knows those before it
   * @throws InvalidDatasetException if rows have no times, or the horizon is shorter than their
   *     distance
   */
  RollingForecast(Recipe recipe, ForecastSettings settings, Dataset dataset) {
    this.recipe = requireNonNull(recipe, "recipe");
    this.settings = requireNonNull(settings, "settings");
    this.dataset = requireNonNull(dataset, "dataset");
    long horizon = RollingOrigins.units(dataset, settings.horizon());
    this.step = step(dataset.times());
    this.period = (int) (horizon / step);
    if (period < 1) {
      throw new InvalidDatasetException(
          List.of(
              "The horizon %s is shorter than the %s between rows"
                  .formatted(settings.horizon(), RollingOrigins.span(dataset, step))));
    }
  }

  /** Predicts every row after the first origin. */
  Alternative run() {
    List<Split> origins = RollingOrigins.of(dataset, settings.from(), settings.horizon());
    int every = (int) settings.refit().dividedBy(settings.horizon());
    List<int[]> rows = new ArrayList<>();
    List<double[]> said = new ArrayList<>();
    Scorer scorer = learnt(origins.getFirst());
    double[] errors = new double[period];
    long start = dataset.times()[origins.getFirst().test()[0]];
    for (int i = 0; i < origins.size(); i++) {
      int[] judged = origins.get(i).test();
      scorer = i > 0 && i % every == 0 ? learnt(origins.get(i)) : scorer;
      rows.add(judged);
      said.add(corrected(judged, numbers(scorer, judged), errors, start));
      double[] missed = errors(judged, numbers(scorer, judged), start);
      carry.add(errors, missed);
      errors = missed;
    }
    return new Alternative(
        SPLIT,
        recipe.candidate().name(),
        rows.stream().flatMapToInt(Arrays::stream).toArray(),
        said.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  /**
   * Looks ahead from the last row.
   *
   * @param served whose errors in the last period are carried over; by as much as {@link #run} has
   *     learnt
   */
  Outlook outlook(Scorer served) {
    long[] times = dataset.times();
    long end = Arrays.stream(times).max().orElseThrow();
    long start = end - (period - 1) * step;
    int[] last = IntStream.range(0, times.length).filter(row -> times[row] >= start).toArray();
    double[] errors = errors(last, numbers(served, last), start);
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Double.isNaN(errors[i]) ? 0 : errors[i];
    }
    return new Outlook(
        RollingOrigins.moment(dataset, end),
        RollingOrigins.span(dataset, step),
        carry.value(),
        errors);
  }

  private Scorer learnt(Split origin) {
    return recipe.train(Examples.of(dataset, origin.train()), 1).scorer();
  }

  /** Returns the distance of the two rows that are nearest to each other. */
  private static long step(long[] times) {
    long[] sorted = Arrays.stream(times).sorted().distinct().toArray();
    long least = Long.MAX_VALUE;
    for (int i = 1; i < sorted.length; i++) {
      least = Math.min(least, sorted[i] - sorted[i - 1]);
    }
    return least;
  }

  private double[] numbers(Scorer scorer, int[] rows) {
    double[] row = new double[dataset.features().size()];
    double[] numbers = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      dataset.example(rows[i], row);
      numbers[i] = scorer.output(row, 0);
    }
    return numbers;
  }

  private double[] corrected(int[] rows, double[] numbers, double[] errors, long start) {
    double[] corrected = numbers.clone();
    for (int i = 0; i < rows.length; i++) {
      double error = errors[place(rows[i], start)];
      corrected[i] += Double.isNaN(error) ? 0 : carry.value() * error;
    }
    return corrected;
  }

  /** Returns errors by their place in the period, NaN where a row is absent. */
  private double[] errors(int[] rows, double[] numbers, long start) {
    double[] errors = new double[period];
    Arrays.fill(errors, Double.NaN);
    for (int i = 0; i < rows.length; i++) {
      errors[place(rows[i], start)] = dataset.labels()[rows[i]] - numbers[i];
    }
    return errors;
  }

  private int place(int row, long start) {
    return (int) Math.floorMod(Math.floorDiv(dataset.times()[row] - start, step), (long) period);
  }
}
