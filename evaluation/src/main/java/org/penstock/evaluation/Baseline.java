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
   * Computes the baselines of {@code predictions}, whose probabilities do not matter.
   *
   * @param baseRate of the rows a model could learn from
   */
  public static List<Baseline> of(Predictions predictions, double baseRate, Cutoff cutoff) {
    return List.of(
        constant(
            "majority",
            "Always says the more frequent label, for certain",
            predictions,
            baseRate > 0.5 ? 1 : 0,
            new Cutoff(0.5, cutoff.falsePositiveCost(), cutoff.falseNegativeCost())),
        constant(
            "prevalence",
            "Always says the base rate of the training rows",
            predictions,
            baseRate,
            cutoff));
  }

  private static Baseline constant(
      String name, String description, Predictions predictions, double value, Cutoff cutoff) {
    double[] probabilities = new double[predictions.rows()];
    Arrays.fill(probabilities, value);
    return new Baseline(name, description, Metrics.of(predictions.with(probabilities), cutoff));
  }
}
