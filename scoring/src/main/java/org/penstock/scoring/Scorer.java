package org.penstock.scoring;

/**
 * What a model has learnt, as arrays that score a row without allocating. Instances are immutable
 * and shared by threads.
 *
 * <p>An output is a number before it becomes a probability: one, the log-odds of the second label,
 * if there are two labels, else one a label, of which the softmax is taken.
 */
public sealed interface Scorer permits LinearScorer, TreesScorer {

  /** Returns how many numbers a row has. */
  int features();

  /** Returns how many outputs there are: 1 for two labels, else as many as labels. */
  int outputs();

  /**
   * Computes one output of a row.
   *
   * @param features one number a feature, missing is NaN, a category its code
   * @param output from 0 to {@link #outputs()} exclusive
   */
  double output(double[] features, int output);

  /**
   * Computes the probability that a row has the label {@code label}, before calibration. Allocates
   * nothing. For more than two labels every call computes all outputs; use {@link #probabilities}
   * to have them all.
   *
   * @param label from 0; of two labels the second one (1) is the positive one
   */
  double probability(double[] features, int label);

  /**
   * Computes the probabilities of all labels, before calibration.
   *
   * @param into receives one probability a label, in label order
   */
  void probabilities(double[] features, double[] into);
}
