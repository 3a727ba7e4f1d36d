package org.penstock.scoring;

import org.penstock.row.Task;

/**
 * What a model has learnt, as arrays that score a row without allocating. Instances are immutable
 * and shared by threads.
 *
 * <p>An output is a number before it becomes a probability: one, the log-odds of the second label,
 * if there are two labels, else one a label, of which the softmax is taken. Where no label but a
 * number is predicted, the one output is that number.
 */
public sealed interface Scorer
    permits CellsScorer, EnsembleScorer, LinearScorer, NetworkScorer, TreesScorer {

  /** Returns how many numbers a row has. */
  int features();

  /**
   * Returns whether {@code feature} is taken for a category, so its numbers for codes of levels.
   */
  boolean isCategory(int feature);

  /** Returns how many outputs there are: 1 for two labels or a number, else as many as labels. */
  int outputs();

  /**
   * Computes one output of a row.
   *
   * @param row one number a feature, missing is NaN, a category its code
   * @param output from 0 to {@link #outputs()} exclusive
   */
  double output(double[] row, int output);

  /**
   * Computes the probability that a row has the label {@code label}, before calibration. Every call
   * computes all outputs.
   *
   * @param label from 0; of two labels the second one (1) is the positive one
   */
  default double probability(double[] row, int label) {
    double own = output(row, outputs() == 1 ? 0 : label);
    if (outputs() == 1) {
      return Logistic.sigmoid(label == 1 ? own : -own);
    }
    double sum = 0;
    for (int k = 0; k < outputs(); k++) {
      sum += k == label ? 1 : StrictMath.exp(output(row, k) - own);
    }
    return 1 / sum;
  }

  /**
   * Computes the probabilities of all labels, before calibration.
   *
   * @param into receives one probability a label, in label order
   */
  default void probabilities(double[] row, double[] into) {
    if (outputs() == 1) {
      into[1] = probability(row, 1);
      into[0] = 1 - into[1];
      return;
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < outputs(); k++) {
      into[k] = output(row, k);
      largest = Math.max(largest, into[k]);
    }
    double sum = 0;
    for (int k = 0; k < outputs(); k++) {
      into[k] = StrictMath.exp(into[k] - largest);
      sum += into[k];
    }
    for (int k = 0; k < outputs(); k++) {
      into[k] /= sum;
    }
  }

  /**
   * Computes all that a model says of a row, before calibration: the probability of the second of
   * two labels, one probability a label, or the number.
   *
   * @param into receives {@link #outputs()} numbers
   */
  default void predict(double[] row, Task task, double[] into) {
    switch (task) {
      case BINARY -> into[0] = probability(row, 1);
      case CLASSES -> probabilities(row, into);
      case NUMBER -> into[0] = output(row, 0);
    }
  }
}
