package org.penstock.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a model has to beat: an answer that looks at no feature.
 *
 * @param name as written in evaluations
 * @param description a sentence for people
 * @param metrics what it achieves on the same rows
 */
public record Baseline(String name, String description, Map<Metric, Double> metrics) {

  public Baseline {
    metrics = Map.copyOf(metrics);
  }

  /**
   * Computes the baselines of {@code predictions}, whose outputs do not matter; the last one is
   * what figures are shown beside.
   *
   * @param learnt the labels of the rows a model could learn from
   * @param cutoff of two classes
   */
  public static List<Baseline> of(Predictions predictions, double[] learnt, Cutoff cutoff) {
    return switch (predictions.task()) {
      case BINARY -> binary(predictions, share(learnt, 1), cutoff);
      case CLASSES -> classes(predictions, learnt, cutoff);
      case NUMBER -> number(predictions, learnt, cutoff);
    };
  }

  private static List<Baseline> binary(Predictions predictions, double baseRate, Cutoff cutoff) {
    return List.of(
        constant(
            "majority",
            "Always says the more frequent label, for certain",
            predictions,
            new double[] {baseRate > 0.5 ? 1 : 0},
            new Cutoff(0.5, cutoff.falsePositiveCost(), cutoff.falseNegativeCost())),
        constant(
            "prevalence",
            "Always says the base rate of the training rows",
            predictions,
            new double[] {baseRate},
            cutoff));
  }

  private static List<Baseline> classes(Predictions predictions, double[] learnt, Cutoff cutoff) {
    double[] shares = new double[predictions.width()];
    int most = 0;
    for (int k = 0; k < shares.length; k++) {
      shares[k] = share(learnt, k);
      most = shares[k] > shares[most] ? k : most;
    }
    double[] certain = new double[shares.length];
    certain[most] = 1;
    return List.of(
        constant(
            "majority",
            "Always says the most frequent label, for certain",
            predictions,
            certain,
            cutoff),
        constant(
            "prevalence",
            "Always says how frequent each label is in the training rows",
            predictions,
            shares,
            cutoff));
  }

  private static List<Baseline> number(Predictions predictions, double[] learnt, Cutoff cutoff) {
    double[] sorted = learnt.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(learnt).average().orElseThrow();
    return List.of(
        constant(
            "median",
            "Always says the median of the training rows",
            predictions,
            new double[] {Quantiles.of(sorted, 0.5)},
            cutoff),
        constant(
            "mean",
            "Always says the mean of the training rows",
            predictions,
            new double[] {mean},
            cutoff));
  }

  private static double share(double[] labels, double label) {
    long count = 0;
    for (double each : labels) {
      count += each == label ? 1 : 0;
    }
    return (double) count / labels.length;
  }

  private static Baseline constant(
      String name, String description, Predictions predictions, double[] values, Cutoff cutoff) {
    double[] outputs = new double[predictions.rows() * values.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = values[i % values.length];
    }
    return of(name, description, predictions.with(outputs), cutoff);
  }

  /** Measures what {@code predictions} say, which a project wants beaten. */
  public static Baseline of(
      String name, String description, Predictions predictions, Cutoff cutoff) {
    return new Baseline(name, description, Metrics.of(predictions, cutoff));
  }
}
