package org.penstock.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    return estimate(List.of(predictions), cutoff).getFirst();
  }

  /**
   * Estimates every metric of several predictions, all of one grouping, on the same draws.
   *
   * @return in the order of {@code predictions}
   */
  public List<Map<Metric, Estimate>> estimate(List<Predictions> predictions, Cutoff cutoff) {
    return draw(predictions, List.of(cutoff)).estimates();
  }

  /**
   * Measures each of {@code predictions} on the same draws, so that differences can be estimated.
   *
   * @param cutoffs one for all, or one each
   */
  public Draws draw(List<Predictions> predictions, List<Cutoff> cutoffs) {
    int groups = predictions.getFirst().groups().count();
    for (Predictions each : predictions) {
      if (each.groups().count() != groups) {
        throw new IllegalArgumentException(
            "Predictions of %d and of %d groups cannot share draws"
                .formatted(groups, each.groups().count()));
      }
    }
    List<RankedRows> ranked =
        IntStream.range(0, predictions.size())
            .parallel()
            .mapToObj(i ->
                new RankedRows(predictions.get(i), cutoffs.get(Math.min(i, cutoffs.size() - 1))))
            .toList();
    double[][][] values = new double[resamples][ranked.size()][Metric.values().length];
    IntStream.range(0, resamples)
        .parallel()
        .forEach(resample -> {
          int[] weights = weights(resample, groups);
          for (int i = 0; i < ranked.size(); i++) {
            ranked.get(i).measure(weights, values[resample][i]);
          }
        });
    double[][] whole = new double[ranked.size()][Metric.values().length];
    for (int i = 0; i < whole.length; i++) {
      ranked.get(i).measure(ranked.get(i).once(), whole[i]);
    }
    return new Draws(whole, values, confidence);
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

    private final double[][] whole;
    private final double[][][] values;
    private final double confidence;

    private Draws(double[][] whole, double[][][] values, double confidence) {
      this.whole = whole;
      this.values = values;
      this.confidence = confidence;
    }

    /** Returns every metric of each of the predictions, in their order. */
    public List<Map<Metric, Estimate>> estimates() {
      return IntStream.range(0, whole.length)
          .mapToObj(index -> all(index, index, (value, _) -> value))
          .toList();
    }

    /** Returns every metric of predictions {@code index} less the same of {@code other}. */
    public Map<Metric, Estimate> difference(int index, int other) {
      return all(index, other, (value, subtracted) -> value - subtracted);
    }

    private Map<Metric, Estimate> all(int index, int other, DoubleBinaryOperator operator) {
      Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
      for (Metric metric : Metric.values()) {
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
