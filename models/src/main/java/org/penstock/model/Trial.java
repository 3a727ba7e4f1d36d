package org.penstock.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One combination of hyperparameters of one candidate, judged by cross-validation.
 *
 * @param candidate its name
 * @param hyperparameters by name
 * @param folds the metric on each fold; NaN where it is not defined
 */
public record Trial(
    String candidate, SortedMap<String, Double> hyperparameters, List<Double> folds) {

  public Trial {
    hyperparameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperparameters));
    folds = List.copyOf(folds);
  }

  /** Returns the mean over the folds. */
  public double mean() {
    return folds.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Returns the standard deviation over the folds; NaN for fewer than two. */
  public double spread() {
    double mean = mean();
    double squares = 0;
    for (double fold : folds) {
      squares += (fold - mean) * (fold - mean);
    }
    return Math.sqrt(squares / (folds.size() - 1));
  }
}
