package org.penstock.model;

import java.util.List;

/**
 * By how much one combination is better than another on the same folds.
 *
 * @param mean of the differences, positive if it is better
 * @param error the standard error of the mean
 */
record Lead(double mean, double error) {

  /**
   * Compares scores fold by fold.
   *
   * @param scores one a fold, at least two folds
   * @param others of the other combination, on the same folds
   */
  static Lead of(List<Double> scores, List<Double> others, boolean moreIsBetter) {
    int folds = scores.size();
    double[] leads = new double[folds];
    double mean = 0;
    for (int fold = 0; fold < folds; fold++) {
      double difference = scores.get(fold) - others.get(fold);
      leads[fold] = moreIsBetter ? difference : -difference;
      mean += leads[fold] / folds;
    }
    double squares = 0;
    for (double lead : leads) {
      squares += (lead - mean) * (lead - mean);
    }
    return new Lead(mean, Math.sqrt(squares / (folds - 1) / folds));
  }

  /** Returns whether the lead is more than its standard error. */
  boolean isClear() {
    return mean > error;
  }
}
