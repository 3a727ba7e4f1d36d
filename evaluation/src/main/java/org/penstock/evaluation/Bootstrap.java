package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Intervals by drawing groups with replacement, as many as there are, and computing every metric
 * again. Rows of a group come and go together, so that an interval is as wide as people differ, not
 * as rows do.
 *
 * <p>The percentile bootstrap of Efron and Tibshirani, An Introduction to the Bootstrap (1993),
 * chapter 13. Equal seeds give equal intervals, on any number of cores.
 *
 * @param resamples how often is drawn, at least 20
 * @param confidence share of the resamples inside an interval, in (0, 1)
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double confidence, long seed) {

  public Bootstrap {
    if (resamples < 20) {
      throw new IllegalArgumentException(
          "A bootstrap needs at least 20 resamples, got " + resamples);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Confidence must lie in (0, 1), got %s".formatted(confidence));
    }
  }

  /** Estimates every metric of {@code predictions}. */
  public Map<Metric, Estimate> estimate(Predictions predictions, Cutoff cutoff) {
    return draw(List.of(Measurable.of(predictions, cutoff))).estimates().getFirst();
  }

  /**
   * Estimates every metric of several predictions, all of one grouping, on the same draws.
   *
   * @return in the order of {@code predictions}
   */
  public List<Map<Metric, Estimate>> estimate(
      List<? extends Predictions> predictions, Cutoff cutoff) {
    return draw(predictions.stream().map(each -> Measurable.of(each, cutoff)).toList()).estimates();
  }

  /** Measures each of {@code measured} on the same draws, so that differences can be estimated. */
  public Draws draw(List<? extends Measurable> measured) {
    int groups = measured.getFirst().groups();
    for (Measurable each : measured) {
      if (each.groups() != groups) {
        throw new IllegalArgumentException(
            "Predictions of %d and of %d groups cannot share draws"
                .formatted(groups, each.groups()));
      }
    }
    double[][][] values = new double[resamples][measured.size()][Metric.values().length];
    IntStream.range(0, resamples)
        .parallel()
        .forEach(resample -> {
          int[] weights = weights(resample, groups);
          for (int i = 0; i < measured.size(); i++) {
            measured.get(i).measure(weights, values[resample][i]);
          }
        });
    double[][] whole = new double[measured.size()][Metric.values().length];
    for (int i = 0; i < whole.length; i++) {
      measured.get(i).measure(measured.get(i).once(), whole[i]);
    }
    List<Set<Metric>> metrics = measured.stream().map(Measurable::metrics).toList();
    return new Draws(metrics, whole, values, confidence);
  }

  /** Computes numbers from how often each group is drawn. */
  interface Statistic {
    double[] of(int[] weights);
  }

  /**
   * Estimates all numbers of a statistic on the same draws.
   *
   * @param groups how many there are
   */
  List<Estimate> estimate(int groups, Statistic statistic) {
    double[][] drawn =
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(resample -> statistic.of(weights(resample, groups)))
            .toArray(double[][]::new);
    int[] once = new int[groups];
    Arrays.fill(once, 1);
    double[] whole = statistic.of(once);
    return IntStream.range(0, whole.length)
        .mapToObj(i ->
            Draws.interval(
                whole[i], Arrays.stream(drawn).mapToDouble(each -> each[i]).toArray(), confidence))
        .toList();
  }

  /** Returns how often each group is drawn; depends on the seed and the resample alone. */
  private int[] weights(int resample, int groups) {
    SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + resample);
    int[] weights = new int[groups];
    for (int i = 0; i < groups; i++) {
      weights[random.nextInt(groups)]++;
    }
    return weights;
  }

  /** What was measured on the rows as they are and on each draw. */
  public static final class Draws {

    /** An interval from fewer draws than this share of them would hide what is undefined. */
    private static final double FEWEST_DEFINED = 0.9;

    private final List<Set<Metric>> metrics;
    private final double[][] whole;
    private final double[][][] values;
    private final double confidence;

    private Draws(
        List<Set<Metric>> metrics, double[][] whole, double[][][] values, double confidence) {
      this.metrics = metrics;
      this.whole = whole;
      this.values = values;
      this.confidence = confidence;
    }

    /** Returns every metric of each of the predictions, in their order. */
    public List<Map<Metric, Estimate>> estimates() {
      return IntStream.range(0, whole.length).mapToObj(this::estimate).toList();
    }

    /** Returns every metric of predictions {@code index}. */
    public Map<Metric, Estimate> estimate(int index) {
      return all(index, index, (value, _) -> value);
    }

    /**
     * Returns every metric of predictions {@code index} less the same of {@code other}, where both
     * have it.
     */
    public Map<Metric, Estimate> difference(int index, int other) {
      return all(index, other, (value, subtracted) -> value - subtracted);
    }

    /** Returns every metric of predictions {@code index} as a part of the same of {@code other}. */
    public Map<Metric, Estimate> ratio(int index, int other) {
      return all(index, other, (value, divisor) -> value / divisor);
    }

    private Map<Metric, Estimate> all(int index, int other, DoubleBinaryOperator operator) {
      Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
      for (Metric metric : metrics.get(index)) {
        if (!metrics.get(other).contains(metric)) {
          continue;
        }
        int m = metric.ordinal();
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
          drawn[i] = operator.applyAsDouble(values[i][index][m], values[i][other][m]);
        }
        estimates.put(
            metric,
            interval(operator.applyAsDouble(whole[index][m], whole[other][m]), drawn, confidence));
      }
      return Collections.unmodifiableMap(estimates);
    }

    private static Estimate interval(double value, double[] drawn, double confidence) {
      double[] defined = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
      if (!(defined.length >= FEWEST_DEFINED * drawn.length)) {
        return new Estimate(value, Double.NaN, Double.NaN);
      }

      double tail = (1 - confidence) / 2;
      return new Estimate(value, Quantiles.of(defined, tail), Quantiles.of(defined, 1 - tail));
    }
  }
}
